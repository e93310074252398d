// What is known of one run: a snapshot and the events after it, merged so that nothing appears twice.
// Knows neither hub nor page.

const position = (point) => point.epoch * 1e7 + point.batch;

const byEpoch = (points) => {
  const groups = new Map();
  for (const point of points) {
    if (!groups.has(point.epoch)) groups.set(point.epoch, []);
    groups.get(point.epoch).push(point);
  }
  return groups;
};

export class RunStore {
  constructor() {
    this.state = null;
    this.settings = null;
    this.position = null;
    this.epochs = [];
    this.batches = [];
    this.latestBatch = null;
  }

  get hasData() {
    return this.epochs.length > 0 || this.batches.length > 0;
  }

  /** Joining, and joining again after a lost connection. */
  applySnapshot(snapshot) {
    this.state = snapshot.state ?? this.state;
    this.settings = snapshot.settings ?? this.settings;
    this.position = snapshot.position ?? null;
    for (const result of snapshot.epochs ?? []) this.#putEpoch(result);
    this.#mergeBatches(snapshot.batches ?? [], snapshot.latestBatch ?? null);
  }

  applyBatch(progress) {
    // A run that lost its trainer repeats the epoch it was in: what was drawn of that attempt goes.
    const at = position(progress);
    let keep = this.batches.length;
    while (keep > 0 && position(this.batches[keep - 1]) >= at) keep--;
    this.batches.length = keep;
    this.batches.push(progress);
    this.latestBatch = progress;
  }

  applyEpoch(result) {
    this.#putEpoch(result);
  }

  applyState(change) {
    this.state = change.state;
    if (change.state !== 'queued') this.position = null;
    if (this.settings && change.steering) this.settings = { ...this.settings, steering: change.steering };
  }

  /** The reports of the epoch in progress, empty between epochs. */
  get running() {
    const latest = this.latestBatch;
    if (this.state !== 'running' || !latest || this.epochs.some((e) => e.epoch === latest.epoch)) return [];
    return this.batches.filter((b) => b.epoch === latest.epoch);
  }

  #putEpoch(result) {
    const at = this.epochs.findIndex((e) => e.epoch >= result.epoch);
    if (at < 0) this.epochs.push(result);
    else this.epochs.splice(at, this.epochs[at].epoch === result.epoch ? 1 : 0, result);
  }

  // The site keeps fewer points than arrived here. Of an epoch that is over, the finer line stays; the
  // epoch in progress is the site's, for it may have begun anew while nobody was listening.
  #mergeBatches(theirs, latest) {
    const open = latest ? latest.epoch : (this.epochs.at(-1)?.epoch ?? -1) + 1;
    const mine = byEpoch(this.batches);
    const merged = byEpoch(theirs);
    for (const [epoch, points] of mine) {
      if (epoch < open && points.length > (merged.get(epoch)?.length ?? 0)) merged.set(epoch, points);
    }
    this.batches = [...merged.keys()].sort((a, b) => a - b).flatMap((epoch) => merged.get(epoch));
    this.latestBatch = latest;
    if (latest && (this.batches.length === 0 || position(this.batches.at(-1)) < position(latest))) {
      this.batches.push(latest);
    }
  }
}

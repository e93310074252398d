// Runs as the hub tells them. One connection serves every chart of the page.
import { RunStore } from './run-store.js';

// When Blazor takes over a prerendered page it puts each element there anew: for this long a run without a
// chart is kept, so that the new element draws at once what the old one showed.
const LINGER = 4000;

// The client library reconnects by itself only what was connected once.
const FIRST_RETRY = 5000;

export class RunFeed {
  #open;
  #connection = null;
  #starting = null;
  #runs = new Map();

  /** @param open () => Promise of a SignalR HubConnection, not started */
  constructor(open) {
    this.#open = open;
  }

  /** @param onChange called with the store after each change @returns a function that leaves */
  watch(runId, onChange) {
    let run = this.#runs.get(runId);
    if (!run) {
      run = { store: new RunStore(), listeners: new Set(), leaving: 0, joined: false, waiting: [], joining: false, again: 0 };
      this.#runs.set(runId, run);
    }
    clearTimeout(run.leaving);
    run.listeners.add(onChange);
    if (run.joined) onChange(run.store);
    else this.#join(runId);
    return () => {
      run.listeners.delete(onChange);
      if (run.listeners.size === 0) run.leaving = setTimeout(() => this.#leave(runId), LINGER);
    };
  }

  async #join(runId) {
    const run = this.#runs.get(runId);
    if (!run || run.joining) return;
    run.joining = true;
    try {
      const connection = await this.#connect().catch(() => null);
      if (!connection) {
        // The page stays useful meanwhile: log and status come through the circuit.
        run.again = setTimeout(() => this.#join(runId), FIRST_RETRY);
        return;
      }
      // Events may overtake the answer that they follow: they wait for it.
      run.waiting = [];
      run.joined = false;
      const snapshot = await connection.invoke('Watch', runId);
      if (!snapshot || this.#runs.get(runId) !== run) return;
      run.store.applySnapshot(snapshot);
      run.joined = true;
      for (const apply of run.waiting.splice(0)) apply(run.store);
      this.#tell(run);
    } catch (error) {
      console.warn(`The live curve of run ${runId} stays away: ${error}`);
    } finally {
      run.joining = false;
    }
  }

  #leave(runId) {
    clearTimeout(this.#runs.get(runId)?.again);
    this.#runs.delete(runId);
    if (this.#connection?.state === 'Connected') this.#connection.invoke('Unwatch', runId).catch(() => {});
  }

  #connect() {
    this.#starting ??= this.#start().catch((error) => {
      this.#starting = null;
      throw error;
    });
    return this.#starting;
  }

  async #start() {
    const connection = await this.#open();
    connection.on('BatchProgress', (runId, progress) => this.#take(runId, (store) => store.applyBatch(progress)));
    connection.on('EpochCompleted', (runId, result) => this.#take(runId, (store) => store.applyEpoch(result)));
    connection.on('RunStateChanged', (runId, change) => this.#take(runId, (store) => store.applyState(change)));
    connection.onreconnected(() => this.#joinAll());
    connection.onclose(() => { this.#starting = null; });
    this.#connection = connection;
    await connection.start();
    return connection;
  }

  #joinAll() {
    for (const runId of this.#runs.keys()) this.#join(runId);
  }

  #take(runId, apply) {
    const run = this.#runs.get(runId.toLowerCase());
    if (!run) return;
    if (!run.joined) {
      run.waiting.push(apply);
      return;
    }
    apply(run.store);
    this.#tell(run);
  }

  #tell(run) {
    for (const listener of run.listeners) listener(run.store);
  }
}

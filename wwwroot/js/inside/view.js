// What is shown, and the address that says so. Whatever an address has that cannot be is as if it were not there.

export const LETTERS = 'abcdefghiklmnopqrstuvwxy';
export const STAGES = ['conv', 'norm', 'pool'];
export const UNTRAINED = -1;

const DEFAULT_STAGE = 'norm';
const RUN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const whole = (text, from, to = 1e6) => {
  if (!/^-?\d{1,7}$/.test(text ?? '')) return null;
  const number = Number(text);
  return number >= from && number <= to ? number : null;
};

/**
 * @param {string} search the query of an address
 * @returns image: its row in the set; epoch: null for the last; layer with channel, or unit; at: [row, column] of the
 * pixel that is worked out; letter: whose reasons are shown; against: {run, epoch}, either null for the same
 */
export function readView(search) {
  const query = new URLSearchParams(search);
  const layer = whole(query.get('layer'), 1, 3);
  const unit = whole(query.get('unit'), 0, 511);
  const channel = layer === null || unit !== null ? null : whole(query.get('channel'), 0, 74);
  const at = (query.get('at') ?? '').split('.').map((part) => whole(part, 0, 27));
  const letter = (query.get('letter') ?? '').toLowerCase();
  return {
    image: whole(query.get('image'), 0),
    epoch: whole(query.get('epoch'), UNTRAINED),
    set: query.get('set') === 'train' ? 'train' : 'valid',
    stage: STAGES.includes(query.get('stage')) ? query.get('stage') : DEFAULT_STAGE,
    layer: channel === null && unit === null ? null : layer,
    channel,
    unit,
    at: channel !== null && at.length === 2 && !at.includes(null) ? at : null,
    letter: letter.length === 1 && LETTERS.includes(letter) ? letter : null,
    alike: query.get('alike') === '1',
    against: readAgainst(query.get('against')),
  };
}

function readAgainst(text) {
  if (!text) return null;
  const [first, second, ...more] = text.split('.');
  if (RUN.test(first)) {
    const epoch = second === undefined ? null : whole(second, UNTRAINED);
    return more.length > 0 || (second !== undefined && epoch === null) ? null : { run: first.toLowerCase(), epoch };
  }
  const epoch = second === undefined ? whole(first, UNTRAINED) : null;
  return epoch === null ? null : { run: null, epoch };
}

/** The query that readView reads as this view; the usual is left out. */
export function writeView(view) {
  const query = new URLSearchParams();
  const put = (name, value) => {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  };
  put('image', view.image);
  put('epoch', view.epoch);
  if (view.set === 'train') put('set', view.set);
  if (view.stage !== DEFAULT_STAGE) put('stage', view.stage);
  put('layer', view.layer);
  put('channel', view.channel);
  put('unit', view.unit);
  put('at', view.at?.join('.'));
  put('letter', view.letter);
  if (view.alike) put('alike', 1);
  if (view.against) put('against', [view.against.run, view.against.epoch].filter((part) => part !== null).join('.'));
  return query.toString();
}

/** The epoch of those that are kept which is nearest, the earlier of two; null where none is. */
export function nearest(kept, epoch) {
  let best = null;
  for (const one of kept) if (best === null || Math.abs(one - epoch) < Math.abs(best - epoch)) best = one;
  return best;
}

/** The kept epoch so many places further, staying within. */
export function stepped(kept, epoch, by) {
  const at = kept.indexOf(nearest(kept, epoch));
  return kept[Math.min(Math.max(at + by, 0), kept.length - 1)] ?? null;
}

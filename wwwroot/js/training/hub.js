// The connection to /hubs/training. The client library is loaded when the first chart asks for it.
import { RunFeed } from './run-feed.js';

const LIBRARY = new URL('../../lib/signalr/signalr.min.js', import.meta.url).href;
const HUB = new URL('../../hubs/training', import.meta.url).href;

// Quick at first, then every ten seconds for as long as the page is open: a site that restarts is met again.
const DELAYS = [0, 1000, 2000, 5000];
const LATER = 10_000;

/** A connection that is cut as soon as it stands must not be opened again and again without a pause. */
export const retryDelay = (attempt, lived) => (lived < LATER ? (DELAYS[attempt + 2] ?? LATER) : (DELAYS[attempt] ?? LATER));

async function open() {
  await import(LIBRARY);
  const { HubConnectionBuilder, LogLevel } = globalThis.signalR;
  let since = performance.now();
  let lived = 0;
  const retry = {
    nextRetryDelayInMilliseconds({ previousRetryCount }) {
      if (previousRetryCount === 0) lived = performance.now() - since;
      return retryDelay(previousRetryCount, lived);
    },
  };
  const connection = new HubConnectionBuilder().withUrl(HUB).withAutomaticReconnect(retry).configureLogging(LogLevel.Error).build();
  connection.onreconnected(() => { since = performance.now(); });
  return connection;
}

export const feed = new RunFeed(open);

// The connection to /hubs/training. The client library is loaded when the first chart asks for it.
import { RunFeed } from './run-feed.js';

const LIBRARY = new URL('../../lib/signalr/signalr.min.js', import.meta.url).href;
const HUB = new URL('../../hubs/training', import.meta.url).href;

// Quick at first, then every ten seconds for as long as the page is open: a site that restarts is met again.
const DELAYS = [0, 1000, 2000, 5000];
export const retryDelay = (attempt) => DELAYS[attempt] ?? 10_000;

const retry = { nextRetryDelayInMilliseconds: ({ previousRetryCount }) => retryDelay(previousRetryCount) };

async function open() {
  await import(LIBRARY);
  const { HubConnectionBuilder, LogLevel } = globalThis.signalR;
  return new HubConnectionBuilder().withUrl(HUB).withAutomaticReconnect(retry).configureLogging(LogLevel.Error).build();
}

export const feed = new RunFeed(open);

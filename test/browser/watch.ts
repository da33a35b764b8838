import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** What must not happen while the pages are used, gathered as it happens. */
export interface Watch {
  /** addresses asked for outside the product */
  strangers: string[];
  /** errors of scripts, failed requests and breaches of the content security policy, as the browser words them */
  errors: string[];
}

/** Before anybody signed in, asking who is there is answered with 401, and the browser calls that an error. */
const isQuestionWhoIsThere = (message: ConsoleMessage): boolean =>
  message.text().includes('401') && message.location().url.endsWith('/api/v1/session');

/** @param origin where the product is served; the only place the pages may talk to */
export function watch(context: BrowserContext, origin: string): Watch {
  const seen: Watch = { strangers: [], errors: [] };
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) seen.strangers.push(url);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !isQuestionWhoIsThere(message)) seen.errors.push(message.text());
  });
  context.on('weberror', (error) => seen.errors.push(error.error().message));
  return seen;
}

import { html } from './html.js';
import type { Session } from './session.js';
import { stepBody, titles } from './steps.js';
import type { Step } from './steps.js';
import { go, show } from './visit.js';
import type { Visit } from './visit.js';

/** Where each failure shows, and how. */
export const failuresAt: Partial<Record<Step, Readonly<Record<string, (visit: Visit, session: Session) => void>>>> = {
  listings: {
    'server-error': (visit) => {
      show(visit, 500, 'Internal error', html`<p>The server could not complete the request.</p>`);
    },
    'rejects-valid': (visit, session) => {
      show(visit, 200, titles.listings, stepBody('listings', session, 'Enter valid addresses.'));
    },
  },
  statements: {
    busy: (visit) => {
      show(visit, 200, 'Intellectual property desk', html`<p>The system is busy.</p>`);
    },
    'session-loss': (visit) => {
      go(visit, '');
    },
    'chinese-only': (visit) => {
      const words = html`<p>您填写的内容不符合平台规则，请按照规则中心的说明修改后再次提交。</p>`;
      show(visit, 200, '知识产权保护平台', words);
    },
  },
  evidence: {
    'dead-link': (visit) => {
      go(visit, 'evidence-check');
    },
  },
};

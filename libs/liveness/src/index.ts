export { openLookout } from './fetch/lookout.js';
export type { Lookout, LookoutSettings } from './fetch/lookout.js';
export { systemPace } from './fetch/turns.js';
export type { Pace } from './fetch/turns.js';
export type { Page, Sight, Unseen } from './fetch/sight.js';
export { judge } from './judge/judge.js';
export type { PageKind, Subject, Verdict } from './judge/judge.js';

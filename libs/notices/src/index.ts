export * from './deadlines.js';
export * from './missing-elements.js';
export * from './notice-facts.js';
export * from './payload-hash.js';
export * from './profile-faults.js';
export * from './regime-in-force.js';
export * from './render-notice.js';
export * from './statement-wordings.js';

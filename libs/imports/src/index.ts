export * from './complaint-rows.js';

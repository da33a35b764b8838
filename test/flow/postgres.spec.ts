import { wholeFlow } from './whole-flow.js';

wholeFlow('PostgreSQL', () => Promise.resolve({ env: {}, stop: () => Promise.resolve() }));

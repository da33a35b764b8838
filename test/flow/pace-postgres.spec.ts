import { keepsPace } from './pace.js';

keepsPace('PostgreSQL', () => Promise.resolve({ env: {}, stop: () => Promise.resolve() }));

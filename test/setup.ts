import fc from 'fast-check';
import { afterEach } from 'vitest';
import { removeOwnFolder } from './own-folder.js';

// What lands must not hang on luck: an automatic run repeats the same cases, every other run tries new ones.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20241231 });

afterEach(removeOwnFolder);

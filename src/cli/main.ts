#!/usr/bin/env node
import { version } from '../model/version.js';

// Scripts ask for the version often, and it should cost them no more than starting node.
const [only, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (only === '--version' || only === '-V')) process.stdout.write(`${version()}\n`);
else await (await import('./run.js')).run();

#!/usr/bin/env node
import { version } from '../model/version.js';

// Scripts ask for the version often, and it should cost them no more than starting node.
const [only, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (only === '--version' || only === '-V')) await printVersion();
else await start();

async function printVersion(): Promise<void> {
  const { Outlet } = await import('./outlet.js');
  try {
    await new Outlet(process.stdout).write(`${version()}\n`);
  } catch {
    // the long way tells what is wrong with stdout
    await start();
  }
}

/** A machine that allows too few open files refuses them while the program loads, before there is anything to tell it with. */
async function start(): Promise<void> {
  const [{ faultOf }, { fromEnvironment }] = await Promise.all([import('./fault.js'), import('./language.js')]);
  try {
    await (await import('./process.js')).runProcess();
  } catch (error) {
    const fault = faultOf(error, fromEnvironment(process.env));
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = fault.exit;
  }
}

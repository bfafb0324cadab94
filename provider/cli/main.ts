#!/usr/bin/env node
import { CommanderError } from "commander";
import { readFileSync } from "node:fs";
import path from "node:path";
import { visible } from "../drift/printing/visible";
import { packageRoot } from "../engine/pins";
import { exitCodeOf, exitCodes, isCatalogued } from "./exit-codes";
import { createProgram } from "./program";
import { Terminal } from "./terminal";
import { Interruption } from "./verb";

async function main(): Promise<void> {
  const terminal = new Terminal(process.stdout, process.stderr, process.env);
  const program = createProgram(readVersion(), { terminal, env: process.env, signal: untilInterrupted() });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = end(error, terminal);
    if (error instanceof Interruption) {
      // The command has ended its work. A request that is still on its way would hold the process for minutes.
      process.exit();
    }
  }
}

/** A second signal ends the process at once, should the clean way take too long for somebody. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      controller.abort(new Interruption(name));
    });
  }
  // Whoever reads the result may stop early (`| head -1`), which is no failure of the command.
  process.stdout.on("error", () => undefined);
  return controller.signal;
}

function end(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.inSync : exitCodes.usage;
  }
  if (error instanceof Interruption) {
    terminal.note(error.message);
    return error.cause === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated;
  }
  const text = isExplained(error) ? error.message : String((error as Error).stack ?? error);
  terminal.fail(text.split("\n").map(visible).join("\n"));
  return exitCodeOf(error);
}

/** These say what, why and what next in their message; anything else is a defect and shows where it arose. */
function isExplained(error: unknown): error is Error {
  return isCatalogued(error) || (error instanceof Error && error.name === "StartFailure");
}

function readVersion(): string {
  const manifest = readFileSync(path.join(packageRoot(), "package.json"), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

void main();

import fs from "node:fs";
import readline from "node:readline";
import { recordedCallType, type RecordedCall } from "../../../client/recording";
import { HaleconnectError, fileTroubleInWords } from "../../../errors";
import { Judge, type OperationVerdict } from "./judge";

export interface RecordingVerdict {
  readonly agrees: boolean;
  readonly calls: number;
  /** Calls that an embedded hale»connect answered. */
  readonly ofEmulator: number;
  /** Calls that a contract file translated. */
  readonly translated: number;
  /** Lines that are no call: a killed process may leave half a line. */
  readonly unreadableLines: number;
  readonly operations: readonly OperationVerdict[];
}

/** Reads a recording line by line, and holds each answer against its model. */
export async function readRecording(file: string, signal: AbortSignal): Promise<RecordingVerdict> {
  const judges = new Map<string, Judge>();
  const count = { calls: 0, ofEmulator: 0, translated: 0, unreadableLines: 0 };
  for await (const line of linesOf(file, signal)) {
    const call = callIn(line);
    if (call === undefined) {
      count.unreadableLines++;
      continue;
    }
    count.calls++;
    count.ofEmulator += call.emulator === true ? 1 : 0;
    count.translated += call.translated === true ? 1 : 0;
    const judge = judges.get(call.operation) ?? new Judge(call.operation);
    judges.set(call.operation, judge);
    judge.hear(call);
  }
  if (count.calls === 0) {
    throw unreadable(file, "It holds no line of `haleconnect record`.");
  }
  const operations = [...judges.values()].map(({ verdict }) => verdict);
  operations.sort((a, b) => (a.operation < b.operation ? -1 : 1));
  return { agrees: operations.every(({ verdict }) => verdict !== "differs"), ...count, operations };
}

async function* linesOf(file: string, signal: AbortSignal): AsyncGenerator<string> {
  try {
    const input = fs.createReadStream(file, { signal });
    for await (const line of readline.createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() !== "") {
        yield line;
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    throw unreadable(file, `${fileTroubleInWords(error)}.`);
  }
}

function callIn(line: string): RecordedCall | undefined {
  try {
    return recordedCallType.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function unreadable(file: string, why: string): HaleconnectError {
  return new HaleconnectError("HC8202", { where: file, why });
}

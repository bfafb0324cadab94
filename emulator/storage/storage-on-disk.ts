import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { StartFailure } from "../errors";
import { Blobs } from "./blobs";
import { EventLog } from "./event-log";
import { lock } from "./lock";
import { newTokenSecret, type Login, type Storage } from "./storage";

const LoginFile = z.strictObject({ username: z.string(), password: z.string() });

/** A data directory: the event log, and two small files that only their owner can read, for the login and the sessions. */
export function storageOnDisk(directory: string): Storage {
  makeDirectory(directory);
  const unlock = lock(directory);
  try {
    return openStorage(directory, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openStorage(directory: string, unlock: () => void): Storage {
  const loginFile = path.join(directory, "administrator.json");
  const secretFile = path.join(directory, "token-secret");
  const tokenSecret = readIfThere(secretFile) ?? newTokenSecret();
  writeForOwner(secretFile, tokenSecret);
  const login = readLogin(loginFile);
  const log = EventLog.open(path.join(directory, "journal.jsonl"));
  return {
    events: log.events,
    blobs: new Blobs(path.join(directory, "files")),
    tokenSecret,
    login,
    keepLogin: (kept) => {
      writeForOwner(loginFile, `${JSON.stringify(kept)}\n`);
    },
    append: (event) => {
      log.append(event);
    },
    close: () => {
      log.close();
      unlock();
    },
  };
}

function makeDirectory(directory: string): void {
  try {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartFailure(
      {
        what: `The data directory ${directory} cannot be made`,
        why: (error as Error).message,
        next: "Choose a directory that can be written.",
      },
      error,
    );
  }
}

function readLogin(file: string): Login | undefined {
  const text = readIfThere(file);
  try {
    return text === undefined ? undefined : LoginFile.parse(JSON.parse(text));
  } catch {
    // Said without the parser's words, which quote the file.
    throw new StartFailure({
      what: `The administrator's login cannot be read (${file})`,
      why: "The file is not what the emulator wrote.",
      next: "Remove it: the next start gives the administrator a new password.",
    });
  }
}

function readIfThere(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}

/** Written beside and renamed, so that a kill leaves the old file or the new one. */
function writeForOwner(file: string, text: string): void {
  const draft = `${file}.new`;
  fs.rmSync(draft, { force: true });
  fs.writeFileSync(draft, text, { mode: 0o600 });
  fs.renameSync(draft, file);
}

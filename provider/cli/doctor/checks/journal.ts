import fs from "node:fs";
import path from "node:path";
import { ok, warning, type Check } from "../finding";

/** Whether the journal of a program in this folder can be written. It creates nothing. */
export const checkJournal: Check = ({ folder }) => {
  const journal = path.join(folder, ".haleconnect", "journal");
  const nearest = firstThatExists(journal);
  if (!isWritableFolder(nearest)) {
    return warning(
      `${journal} cannot be written`,
      `Make ${nearest} a folder that this account may write. Without the journal, a killed run may leave objects that the next run does not know.`,
    );
  }
  return ok(nearest === journal ? journal : `${journal}: the first run in this folder creates it`);
};

function firstThatExists(place: string): string {
  return fs.existsSync(place) || path.dirname(place) === place ? place : firstThatExists(path.dirname(place));
}

function isWritableFolder(place: string): boolean {
  try {
    fs.accessSync(place, fs.constants.W_OK | fs.constants.X_OK);
    return fs.statSync(place).isDirectory();
  } catch {
    return false;
  }
}

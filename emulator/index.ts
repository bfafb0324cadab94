import { startOn, type Emulator, type EmulatorOptions } from "./start";
import { storageInMemory } from "./storage/storage";
import { storageOnDisk } from "./storage/storage-on-disk";

export { StartFailure } from "./errors";
export type { Emulator, EmulatorOptions } from "./start";

/** Starts an embedded hale»connect in this process. Fails with a `StartFailure` that says what to do. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const storage = options.dataDirectory === undefined ? storageInMemory() : storageOnDisk(options.dataDirectory);
  try {
    return await startOn(storage, options, options.administratorPassword ?? passwordOfEnvironment());
  } catch (error) {
    storage.close();
    throw error;
  }
}

function passwordOfEnvironment(): string | undefined {
  const password = process.env["HALECONNECT_EMULATOR_PASSWORD"];
  return password === "" ? undefined : password;
}

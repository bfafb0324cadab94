import { startEmulator, type Emulator, type EmulatorOptions } from "../../emulator";

/** An embedded hale»connect that hashes passwords cheaply: what a test waits for is never that. */
export function startForTest(options: EmulatorOptions = {}): Promise<Emulator> {
  return startEmulator({ passwordCost: 16, ...options });
}

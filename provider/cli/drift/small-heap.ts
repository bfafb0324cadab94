import v8 from "node:v8";

/**
 * Lets V8 collect often in place of letting the heap grow: the check of a large stack makes much that is needed for a
 * moment only. It is called before the other modules are loaded, because loading them lets the heap grow.
 */
export function keepHeapSmall(): void {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
  v8.setFlagsFromString("--heap-growing-percent=20");
}

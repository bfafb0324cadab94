import type { WorldView } from "./world";

/** The checksums of all files that the world refers to. */
export function filesIn({ organisations, settings }: WorldView): Set<string> {
  const files = organisations.all().flatMap(({ id, logo }) => [logo, settings.of(id).geometry]);
  return new Set(files.flatMap((file) => file?.sha256 ?? []));
}

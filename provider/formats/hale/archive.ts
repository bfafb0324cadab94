import { whole, type ByteSource } from "../bytes";
import { xmlLimits } from "../xml";
import { readZip } from "../zip";
import { readHaleFolder, type HaleContent } from "./folder";

/** The project in a .halez or .hale archive. */
export async function readHaleArchive(source: ByteSource, file: string): Promise<HaleContent> {
  const entries = await readZip(source, file);
  const read = async (path: string) => {
    const entry = entries.find((it) => it.path === path);
    return entry === undefined ? undefined : whole(await entry.open(), xmlLimits.bytes, path);
  };
  return readHaleFolder(
    entries.map(({ path }) => path),
    read,
  );
}

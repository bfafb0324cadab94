import zlib from "node:zlib";

export interface RawEntry {
  readonly name: string;
  readonly content?: Buffer;
  /** What the directory says of it, where that is not true. */
  readonly says?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Unix mode, in the upper half as archives have it. */
  readonly mode?: number;
  readonly brokenChecksum?: boolean;
}

/** An archive as no well-behaved program writes it. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, content = Buffer.from("x"), method = 8, flags = 0, mode = 0 } = entry;
    const data = method === 8 ? zlib.deflateRawSync(content) : content;
    const path = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(entry.brokenChecksum === true ? 1 : zlib.crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.says ?? content.length, 18);
    common.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), common, path, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002", "latin1"), Buffer.from([20, 3]), common, rest, path);
    offset += 4 + 26 + path.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

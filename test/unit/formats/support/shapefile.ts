/** The beginning of a .shp file without records, of the given shape. */
export function shpBytes(shape: number): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.writeInt32BE(9994, 0);
  bytes.writeInt32BE(50, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(shape, 32);
  return bytes;
}

/** A .dbf table without records: each column as its name, its letter, its length and its decimals. */
export function dbfBytes(columns: readonly (readonly [string, string, number, number])[]): Buffer {
  const bytes = Buffer.alloc(32 + 32 * columns.length + 2);
  bytes.writeUInt8(0x03, 0);
  bytes.writeUInt16LE(bytes.length - 1, 8);
  for (const [index, [name, type, length, decimals]] of columns.entries()) {
    const at = 32 + 32 * index;
    bytes.write(name, at, 10, "latin1");
    bytes.write(type, at + 11, 1, "latin1");
    bytes.writeUInt8(length, at + 16);
    bytes.writeUInt8(decimals, at + 17);
  }
  bytes.writeUInt8(0x0d, bytes.length - 2);
  bytes.writeUInt8(0x1a, bytes.length - 1);
  return bytes;
}

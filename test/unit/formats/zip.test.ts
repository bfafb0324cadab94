import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { inMemory, readZip, writeZip, zipLimits } from "../../../provider/formats";
import { rawZip, type RawEntry } from "./support/raw-zip";

const file = (path: string, content: string) => ({ path, open: () => Readable.from([Buffer.from(content)]) });
const read = (bytes: Uint8Array, limits = zipLimits) => readZip(inMemory(bytes), "a.zip", limits);

describe("an archive", () => {
  it("gives back the files that it was made of", async () => {
    const bytes = await buffer(writeZip([file("b/ä.txt", "two"), file("a.txt", "one")]));
    const entries = await read(bytes);
    expect(entries.map(({ path, bytes: size }) => [path, size])).toEqual([
      ["a.txt", 3],
      ["b/ä.txt", 3],
    ]);
    expect(await Promise.all(entries.map(async (entry) => text(await entry.open())))).toEqual(["one", "two"]);
  });

  it("is the same for any order of the files, on any day and any machine", async () => {
    const before = process.env["TZ"];
    const one = await buffer(writeZip([file("a", "1"), file("b", "2")]));
    process.env["TZ"] = "Pacific/Auckland";
    const other = await buffer(writeZip([file("b", "2"), file("a", "1")]));
    if (before === undefined) {
      delete process.env["TZ"];
    } else {
      process.env["TZ"] = before;
    }
    expect(other.equals(one)).toBe(true);
  });

  it("fails as a stream if one of its files cannot be read, and refuses a name that leads out of it", async () => {
    const broken = {
      path: "a",
      open: () => new Readable({ read: (_size) => undefined }).destroy(new Error("no disk")),
    };
    await expect(buffer(writeZip([broken]))).rejects.toThrow("no disk");
    expect(() => writeZip([file("../a", "x")])).toThrow("its name leaves the archive");
  });

  it("can be empty", async () => {
    expect(await read(await buffer(writeZip([])))).toEqual([]);
  });
});

describe("an archive is refused", () => {
  it.each<[string, RawEntry, RegExp]>([
    ["a path that leaves it", { name: "a/../../b" }, /"a\/\.\.\/\.\.\/b" is not taken: its name leaves the archive/],
    ["an absolute path", { name: "/etc/passwd" }, /its name is an absolute path/],
    ["a drive letter", { name: "C:b" }, /its name is an absolute path/],
    ["a backslash", { name: "..\\b" }, /its name has a backslash: use \/ between folders/],
    ["a control character", { name: "a\u0000b" }, /its name has a control character/],
    ["no name", { name: "" }, /it has no name/],
    ["an empty part", { name: "a//b" }, /its name has an empty part/],
    ["a symbolic link", { name: "a", mode: 0o120777 }, /it is a symbolic link/],
    ["a device", { name: "a", mode: 0o060666 }, /it is neither a file nor a folder/],
    ["an encrypted entry", { name: "a", flags: 1 }, /it is encrypted/],
    ["another method", { name: "a", method: 14 }, /it is packed by the method 14, which is not read here/],
  ])("with %s", async (_, entry, message) => {
    await expect(read(rawZip([entry]))).rejects.toThrow(message);
  });

  it("with a name twice, or a file that is a folder as well", async () => {
    await expect(read(rawZip([{ name: "a" }, { name: "a" }]))).rejects.toThrow("it is there twice");
    await expect(read(rawZip([{ name: "a" }, { name: "a/b" }]))).rejects.toThrow("have the same name");
  });

  it("with too many entries, or too many bytes", async () => {
    const many = rawZip(["a", "b", "c"].map((name) => ({ name })));
    await expect(read(many, { ...zipLimits, entries: 2 })).rejects.toThrow("it has more than 2 entries");
    await expect(read(many, { ...zipLimits, bytes: 2 })).rejects.toThrow("more than 2 bytes when it is unpacked");
  });

  it("if it is a bomb: small, but large when unpacked", async () => {
    const bomb = rawZip([{ name: "a", content: Buffer.alloc(1_000_000) }]);
    await expect(read(bomb, { ...zipLimits, small: 1000 })).rejects.toThrow("more than 200 times as large");
  });

  it("if it is not an archive, or is cut off", async () => {
    await expect(read(Buffer.from("hello"))).rejects.toThrow(/^a\.zip: it is no ZIP archive, or it is cut off/);
    const whole = rawZip([{ name: "a" }]);
    await expect(read(whole.subarray(0, whole.length - 30))).rejects.toThrow("it is no ZIP archive, or it is cut off");
  });

  it.each<[string, RawEntry]>([
    ["an entry is larger than it says", { name: "a", content: Buffer.alloc(5000), says: 5 }],
    ["an entry is smaller than it says", { name: "a", content: Buffer.alloc(5), says: 5000 }],
    ["an entry has another checksum", { name: "a", brokenChecksum: true }],
  ])("while it is unpacked, if %s", async (_, entry) => {
    const [found] = await read(rawZip([entry]));
    await expect(found?.open().then((stream) => buffer(stream))).rejects.toThrow(/^a\.zip\/a: it cannot be unpacked: /);
  });
});

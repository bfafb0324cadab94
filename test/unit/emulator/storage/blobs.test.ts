import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Blobs } from "../../../../emulator/storage/blobs";

let parent: string;
let folder: string;
let blobs: Blobs;
beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-blobs-"));
  folder = path.join(parent, "files");
  blobs = new Blobs(folder);
});
afterEach(() => {
  fs.rmSync(parent, { recursive: true, force: true });
});

const keep = (text: string) => blobs.keep(Readable.from([Buffer.from(text)]));
const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the bytes of files", () => {
  it("are kept by their checksum, and can be read again and again", async () => {
    const blob = await keep("Erika Muster");
    expect(blob).toEqual({ sha256: sumOf("Erika Muster"), bytes: 12 });
    for (const stream of [blobs.open(blob.sha256), blobs.open(blob.sha256)]) {
      expect((await buffer(stream)).toString()).toBe("Erika Muster");
    }
  });

  it("may come in pieces, or be empty", async () => {
    const pieces = await blobs.keep(Readable.from([Buffer.from("ab"), Buffer.from("c")]));
    expect(pieces).toEqual({ sha256: sumOf("abc"), bytes: 3 });
    expect(await blobs.keep(Readable.from([]))).toEqual({ sha256: sumOf(""), bytes: 0 });
  });

  it("are stored once, even if they come several times at once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => keep("again")));
    expect(fs.readdirSync(folder)).toEqual([sumOf("again")]);
  });

  it("can be read only by their owner", async () => {
    const { sha256 } = await keep("text");
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(blobs.pathOf(sha256)).mode & 0o777).toBe(0o600);
  });

  it("make their folder with the first file", () => {
    expect(fs.existsSync(folder)).toBe(false);
    blobs.sweep(() => false);
    expect(fs.existsSync(folder)).toBe(false);
  });

  it("are removed when they break off, at any moment", async () => {
    const broken = [
      Readable.from(breaksAfter(0)),
      Readable.from(breaksAfter(3)),
      new Readable({ read: () => undefined }).once("error", () => undefined).destroy(new Error("gone")),
    ];
    for (const stream of broken) {
      await expect(blobs.keep(stream)).rejects.toThrow("gone");
    }
    const late = new Readable({ read: () => undefined });
    const kept = blobs.keep(late);
    late.destroy(new Error("gone"));
    await expect(kept).rejects.toThrow("gone");
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

async function* breaksAfter(pieces: number): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < pieces; piece++) {
    yield Buffer.alloc(100_000);
  }
  throw new Error("gone");
}

describe("the bytes that a call holds", () => {
  const there = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  const bytes = (text: string) => Readable.from([Buffer.from(text)]);

  it("are deleted when the call is done and nobody uses them", async () => {
    const hand = blobs.inHand((sha256) => sha256 === sumOf("used"));
    await hand.keep(bytes("used"));
    await hand.keep(bytes("refused"));
    expect(there()).toHaveLength(2);
    hand.done();
    expect(there()).toEqual([sumOf("used")]);
  });

  it("stay until the last call that holds them is done, even if nothing else uses them by then", async () => {
    const { sha256 } = await keep("text");
    const [first, second] = [blobs.inHand(() => false), blobs.inHand(() => false)];
    const open = first.lend(sha256);
    second.lend(sha256);
    blobs.drop([sha256]);
    second.done();
    expect((await buffer(open())).toString()).toBe("text");
    expect((await buffer(open(1, 3))).toString()).toBe("ex");
    expect((await buffer(open(2, 2))).toString()).toBe("");
    first.done();
    expect(there()).toEqual([]);
  });

  it("stay for one call when another call with the same bytes ends", async () => {
    const [first, second] = [blobs.inHand(() => false), blobs.inHand(() => false)];
    await Promise.all([first.keep(bytes("same")), second.keep(bytes("same"))]);
    first.done();
    expect(there()).toEqual([sumOf("same")]);
    second.done();
    expect(there()).toEqual([]);
  });
});

describe("sweeping", () => {
  it("removes unused files, and files that a kill left half written", async () => {
    await keep("needed");
    await keep("forgotten");
    fs.writeFileSync(path.join(folder, "0815.new"), "half");
    blobs.sweep((sha256) => sha256 === sumOf("needed"));
    expect(fs.readdirSync(folder)).toEqual([sumOf("needed")]);
  });
});

describe("closing", () => {
  it("keeps a chosen folder, and removes a temporary one", async () => {
    await keep("text");
    blobs.close();
    expect(fs.readdirSync(folder)).toHaveLength(1);
    const temporary = new Blobs();
    const { sha256 } = await temporary.keep(Readable.from([Buffer.from("text")]));
    const file = temporary.pathOf(sha256);
    expect(file.startsWith(os.tmpdir())).toBe(true);
    temporary.close();
    expect(fs.existsSync(path.dirname(file))).toBe(false);
    new Blobs().close();
  });
});

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
  it("are kept by their checksum, and given back as often as needed", async () => {
    const blob = await keep("Erika Muster");
    expect(blob).toEqual({ sha256: sumOf("Erika Muster"), bytes: 12 });
    for (const stream of [blobs.open(blob.sha256), blobs.open(blob.sha256)]) {
      expect((await buffer(stream)).toString()).toBe("Erika Muster");
    }
  });

  it("may come in pieces, or not at all", async () => {
    const pieces = await blobs.keep(Readable.from([Buffer.from("ab"), Buffer.from("c")]));
    expect(pieces).toEqual({ sha256: sumOf("abc"), bytes: 3 });
    expect(await blobs.keep(Readable.from([]))).toEqual({ sha256: sumOf(""), bytes: 0 });
  });

  it("lie there once, however often they come, also at the same time", async () => {
    await Promise.all(Array.from({ length: 10 }, () => keep("again")));
    expect(fs.readdirSync(folder)).toEqual([sumOf("again")]);
  });

  it("can be read by their owner only", async () => {
    const { sha256 } = await keep("text");
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(blobs.pathOf(sha256)).mode & 0o777).toBe(0o600);
  });

  it("make no folder before the first file", () => {
    expect(fs.existsSync(folder)).toBe(false);
    blobs.sweep(() => false);
    expect(fs.existsSync(folder)).toBe(false);
  });

  it("leave nothing behind when they break off, at whatever moment", async () => {
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

describe("what a call has in hand", () => {
  const there = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  const bytes = (text: string) => Readable.from([Buffer.from(text)]);

  it("goes when the call is done and nobody uses it", async () => {
    const hand = blobs.inHand((sha256) => sha256 === sumOf("used"));
    await hand.keep(bytes("used"));
    await hand.keep(bytes("refused"));
    expect(there()).toHaveLength(2);
    hand.done();
    expect(there()).toEqual([sumOf("used")]);
  });

  it("stays until the last call that has it is done, although it lost its last use meanwhile", async () => {
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

  it("is not taken away from one call by another that brings the same", async () => {
    const [first, second] = [blobs.inHand(() => false), blobs.inHand(() => false)];
    await Promise.all([first.keep(bytes("same")), second.keep(bytes("same"))]);
    first.done();
    expect(there()).toEqual([sumOf("same")]);
    second.done();
    expect(there()).toEqual([]);
  });
});

describe("sweeping", () => {
  it("removes what nothing refers to, and what a kill left half written", async () => {
    await keep("needed");
    await keep("forgotten");
    fs.writeFileSync(path.join(folder, "0815.new"), "half");
    blobs.sweep((sha256) => sha256 === sumOf("needed"));
    expect(fs.readdirSync(folder)).toEqual([sumOf("needed")]);
  });
});

describe("closing", () => {
  it("leaves a folder of one's own choice, and removes a temporary one", async () => {
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

import { remembered } from "../../../../emulator/contents/remembered";
import type { BucketFile } from "../../../../emulator/world/bucket-model";

const file = (name: string, sha256: string): BucketFile => ({ name, sha256, type: "text/plain", bytes: 1, stored: 0 });
const open = () => () => {
  throw new Error("nothing is opened here");
};

/** Makes a text of the names and checksums, and counts how often it had to. */
function counting(most = 10) {
  const made: string[] = [];
  const ask = remembered(most, (files) => {
    const text = files.map(({ name, sha256 }) => `${name}=${sha256}`).join();
    made.push(text);
    return text.includes("broken") && made.length === 1 ? Promise.reject(new Error(text)) : Promise.resolve(text);
  });
  return { made, ask: (...files: BucketFile[]) => ask(files, open) };
}

describe("the content of files", () => {
  it("is read once for all who ask, even at the same time", async () => {
    const { made, ask } = counting();
    const answers = await Promise.all([ask(file("a", "1")), ask(file("a", "1"))]);
    await ask({ ...file("a", "1"), stored: 5 });
    expect([answers, made]).toEqual([["a=1", "a=1"], ["a=1"]]);
  });

  it("is read again when a file changes, comes, goes or has another name", async () => {
    const { made, ask } = counting();
    await ask(file("a", "1"));
    await ask(file("a", "2"));
    await ask(file("a", "1"), file("b", "1"));
    await ask();
    await ask(file("b", "1"));
    expect(made).toHaveLength(5);
  });

  it("is read again after a failure", async () => {
    const { ask } = counting();
    await expect(ask(file("broken", "1"))).rejects.toThrow();
    await expect(ask(file("broken", "1"))).resolves.toBe("broken=1");
  });

  it("is forgotten first if nobody has asked for it for the longest time", async () => {
    const { made, ask } = counting(2);
    await ask(file("a", "1"));
    await ask(file("b", "1"));
    await ask(file("a", "1"));
    await ask(file("c", "1"));
    await ask(file("a", "1"));
    expect(made).toEqual(["a=1", "b=1", "c=1"]);
    await ask(file("b", "1"));
    expect(made).toHaveLength(4);
  });
});

import { Snapshots } from "../../../provider/client";

const clock = { time: 0 };
const snapshots = (): Snapshots => {
  clock.time = 0;
  return new Snapshots(() => clock.time);
};

/** A list that is answered when the test says so. */
function slowList() {
  const answers: ((items: string[]) => void)[] = [];
  const load = () =>
    new Promise<{ items: string[]; complete: true }>((resolve) =>
      answers.push((items) => resolve({ items, complete: true })),
    );
  return { answers, load };
}

const listOf =
  (...items: string[]) =>
  () =>
    Promise.resolve({ items, complete: true as const });
const fails = () => Promise.reject(new Error("the list was asked for"));
const withNew = (items: readonly string[]) => [...items.filter((item) => item !== "new"), "new"];

describe("a snapshot", () => {
  it("is loaded once for all who ask at the same time", async () => {
    const shots = snapshots();
    const { answers, load } = slowList();
    const both = [shots.get("k", load), shots.get("k", load)];
    await Promise.resolve();
    expect(answers).toHaveLength(1);
    answers[0]?.(["a"]);
    expect(await Promise.all(both)).toMatchObject([{ items: ["a"] }, { items: ["a"] }]);
  });

  it("is trusted for thirty seconds", async () => {
    const shots = snapshots();
    await shots.get("k", listOf("a"));
    clock.time = 30_000;
    await expect(shots.get("k", fails)).resolves.toMatchObject({ items: ["a"], complete: true, takenAt: 0 });
    clock.time = 30_001;
    await expect(shots.get("k", listOf("b"))).resolves.toMatchObject({ items: ["b"], takenAt: 30_001 });
  });

  it("takes up an own write without being loaded again", async () => {
    const shots = snapshots();
    await shots.get("k", listOf("a"));
    shots.patch("k", withNew);
    await expect(shots.get("k", fails)).resolves.toMatchObject({ items: ["a", "new"] });
  });

  it.each([[["a"]], [["a", "new"]]])("never loses an own write while it is loaded as %j", async (loaded) => {
    const shots = snapshots();
    const { answers, load } = slowList();
    const waiting = shots.get("k", load);
    await Promise.resolve();
    shots.patch("k", withNew);
    answers[0]?.(loaded);
    await expect(waiting).resolves.toMatchObject({ items: ["a", "new"] });
  });

  it("that was dropped is loaded anew, one under way too", async () => {
    const shots = snapshots();
    const { answers, load } = slowList();
    const old = shots.get("k", load);
    await Promise.resolve();
    shots.drop("k");
    await expect(shots.get("k", listOf("fresh"))).resolves.toMatchObject({ items: ["fresh"] });
    answers[0]?.(["stale"]);
    await old;
    await expect(shots.get("k", fails)).resolves.toMatchObject({ items: ["fresh"] });
  });

  it("that could not be loaded is asked for again", async () => {
    const shots = snapshots();
    await expect(shots.get("k", fails)).rejects.toThrow("the list was asked for");
    await expect(shots.get("k", listOf("a"))).resolves.toMatchObject({ items: ["a"] });
  });

  it("of one key says nothing of another", async () => {
    const shots = snapshots();
    await shots.get("k", listOf("a"));
    await expect(shots.get("l", listOf("b"))).resolves.toMatchObject({ items: ["b"] });
  });
});

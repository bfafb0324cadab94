import { Budget } from "../../../provider/client/budget";

/** A clock that jumps to the next waiter as soon as nothing else can go on. */
class VirtualClock {
  time = 0;
  readonly #waiting: { readonly at: number; readonly wake: () => void }[] = [];
  now = (): number => this.time;
  sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => this.#waiting.push({ at: this.time + milliseconds, wake }));

  async run(until: Promise<unknown>): Promise<void> {
    const progress = { isDone: false };
    void until.then(() => (progress.isDone = true));
    while (!progress.isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.#waiting.sort((a, b) => a.at - b.at).shift();
      if (next !== undefined) {
        this.time = Math.max(this.time, next.at);
        next.wake();
      }
    }
  }
}

async function run(
  limits: { concurrency: number; requestsPerSecond: number },
  requests: number,
  latency: number,
  jitter = 0,
) {
  const clock = new VirtualClock();
  const budget = new Budget(limits, clock);
  const begun: number[] = [];
  let active = 0;
  let mostActive = 0;
  const request = (index: number) => async (): Promise<void> => {
    begun.push(clock.time + (index % 2) * jitter);
    mostActive = Math.max(mostActive, ++active);
    await clock.sleep(latency);
    active--;
  };
  await clock.run(Promise.all(Array.from({ length: requests }, (_, index) => budget.run(request(index)))));
  return { begun: begun.sort((a, b) => a - b), mostActive, duration: clock.time };
}

const mostInAnySecond = (times: readonly number[]): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time <= start + 1000).length));

describe("the request budget", () => {
  it.each([
    [1, 10],
    [7, 60],
    [50, 400],
    [333, 2000],
  ])("of %d requests a second is never exceeded in any second, and used", async (requestsPerSecond, requests) => {
    const { begun, duration } = await run({ concurrency: 100, requestsPerSecond }, requests, 3);
    expect(mostInAnySecond(begun)).toBe(requestsPerSecond);
    expect(requests / (duration / 1000)).toBeGreaterThanOrEqual(0.95 * requestsPerSecond);
  });

  it("holds although requests take differently long to arrive", async () => {
    const { begun } = await run({ concurrency: 100, requestsPerSecond: 50 }, 400, 3, 20);
    expect(mostInAnySecond(begun)).toBeLessThanOrEqual(50);
  });

  it("never has more requests at once than allowed", async () => {
    expect((await run({ concurrency: 3, requestsPerSecond: 1000 }, 100, 10)).mostActive).toBe(3);
  });

  it("pauses for all when one asks for it", async () => {
    const clock = new VirtualClock();
    const budget = new Budget({ concurrency: 2, requestsPerSecond: 100 }, clock);
    const begun: number[] = [];
    const note = async (): Promise<void> => void begun.push(clock.time);
    await budget.run(note);
    budget.pause(5_000);
    await clock.run(Promise.all([budget.run(note), budget.run(note)]));
    expect(begun).toEqual([0, 5_000, 5_000]);
  });

  it("hands on results and failures, and goes on after both", async () => {
    const budget = new Budget({ concurrency: 1, requestsPerSecond: 100 }, new VirtualClock());
    await expect(budget.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(budget.run(() => Promise.resolve("yes"))).resolves.toBe("yes");
  });
});

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

interface Course {
  /** Until the answer, from the departure. */
  readonly latency: number;
  /** Until the departure, for the n-th request. */
  readonly connecting?: (index: number) => number;
  /** On the way to the server, for the n-th request. */
  readonly travelling?: (index: number) => number;
}

/** Sends requests through a budget; `arrived` is when the server sees them. */
async function run(limits: { concurrency: number; requestsPerSecond: number }, requests: number, course: Course) {
  const clock = new VirtualClock();
  const budget = new Budget(limits, clock);
  const arrived: number[] = [];
  let active = 0;
  let mostActive = 0;
  const request =
    (index: number) =>
    async (departs: () => void): Promise<void> => {
      mostActive = Math.max(mostActive, ++active);
      await clock.sleep(course.connecting?.(index) ?? 0);
      departs();
      arrived.push(clock.time + (course.travelling?.(index) ?? 0));
      await clock.sleep(course.latency);
      active--;
    };
  await clock.run(Promise.all(Array.from({ length: requests }, (_, index) => budget.run(request(index)))));
  return { arrived: arrived.sort((a, b) => a - b), mostActive, duration: clock.time };
}

const mostInAnySecond = (times: readonly number[]): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time <= start + 1000).length));

describe("the request budget", () => {
  it.each([
    [1, 10],
    [7, 60],
    [50, 400],
    [333, 2000],
  ])("of %d requests a second is used up, and never exceeded in any second", async (requestsPerSecond, requests) => {
    const { arrived, duration } = await run({ concurrency: 100, requestsPerSecond }, requests, { latency: 3 });
    expect(mostInAnySecond(arrived)).toBe(requestsPerSecond);
    expect(requests / (duration / 1000)).toBeGreaterThanOrEqual(0.95 * requestsPerSecond);
  });

  it("holds even if some requests travel longer than others", async () => {
    const travelling = (index: number) => (index % 2) * 20;
    const { arrived } = await run({ concurrency: 100, requestsPerSecond: 50 }, 400, { latency: 30, travelling });
    expect(mostInAnySecond(arrived)).toBeLessThanOrEqual(50);
  });

  it("holds even if the first requests wait for their connections", async () => {
    const connecting = (index: number) => (index < 8 ? 300 : 0);
    const { arrived, duration } = await run({ concurrency: 8, requestsPerSecond: 10 }, 100, { latency: 3, connecting });
    expect(mostInAnySecond(arrived)).toBeLessThanOrEqual(10);
    expect(100 / (duration / 1000)).toBeGreaterThanOrEqual(9.5);
  });

  it("keeps the number of requests at once within its limit", async () => {
    expect((await run({ concurrency: 3, requestsPerSecond: 1000 }, 100, { latency: 10 })).mostActive).toBe(3);
  });

  it("pauses all requests when the server asks one of them to wait", async () => {
    const clock = new VirtualClock();
    const budget = new Budget({ concurrency: 2, requestsPerSecond: 100 }, clock);
    const begun: number[] = [];
    const note = async (): Promise<void> => void begun.push(clock.time);
    await budget.run(note);
    budget.pause(5_000);
    await clock.run(Promise.all([budget.run(note), budget.run(note)]));
    expect(begun).toEqual([0, 5_000, 5_000]);
  });

  it("passes on results and failures, and goes on after both", async () => {
    const budget = new Budget({ concurrency: 1, requestsPerSecond: 100 }, new VirtualClock());
    await expect(budget.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(budget.run(() => Promise.resolve("yes"))).resolves.toBe("yes");
  });
});

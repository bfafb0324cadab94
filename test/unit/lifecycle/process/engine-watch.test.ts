import { PassThrough } from "node:stream";
import { endWithTheEngine } from "../../../../provider/lifecycle/process/engine-watch";

/** A provider process, and an engine that answers the given number of looks. */
const watch = (looks: number) => {
  const input = new PassThrough();
  let answered = 0;
  const ended = new Promise<number>((resolve) => {
    endWithTheEngine({
      input,
      isEngineAlive: async () => answered++ < looks,
      pause: async () => undefined,
      end: () => resolve(answered - 1),
    });
  });
  return { input, ended, looks: () => answered };
};

describe("the provider process", () => {
  it("ends when its engine is gone", async () => {
    const { input, ended } = watch(0);
    input.end();
    expect(await ended).toBe(0);
  });

  it("goes on while its engine lives, even if the pipe is closed", async () => {
    const { input, ended } = watch(3);
    input.end();
    expect(await ended).toBe(3);
  });

  it("does not look while the pipe is open", async () => {
    const { input, looks } = watch(0);
    input.write("something");
    await new Promise(setImmediate);
    expect(looks()).toBe(0);
    input.destroy();
  });
});

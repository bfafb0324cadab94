import { PassThrough } from "node:stream";
import { endWithTheEngine } from "../../../provider/lifecycle/engine-watch";

const watch = (isEngineAlive: boolean) => {
  const input = new PassThrough();
  const end = jest.fn();
  const looked = new Promise<void>((resolve) => {
    endWithTheEngine({
      input,
      isEngineAlive: async () => {
        setImmediate(resolve);
        return isEngineAlive;
      },
      end,
    });
  });
  return { input, end, looked };
};

describe("the provider process", () => {
  it("ends when its engine is gone", async () => {
    const { input, end, looked } = watch(false);
    input.end();
    await looked;
    expect(end).toHaveBeenCalledTimes(1);
  });

  it("goes on when an engine that lives has only closed the pipe", async () => {
    const { input, end, looked } = watch(true);
    input.end();
    await looked;
    expect(end).not.toHaveBeenCalled();
  });
});

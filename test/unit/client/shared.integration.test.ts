import { inOwnProcess } from "./own-process";

const start = `
  const { sharedClient } = require("./provider/client");
  const config = (values) => ({ get: (key) => values[key] });`;

const complete = { HALECONNECT_URL: "https://env.example", HALECONNECT_TOKEN: "t" };

describe("the shared client", () => {
  it("is the same for the whole process, with the first configuration", async () => {
    const script = `${start}
      const first = sharedClient(config({ "haleconnect:url": "https://first.example", "haleconnect:token": "t" }));
      const second = sharedClient(config({ "haleconnect:url": "https://second.example", "haleconnect:token": "t" }));
      print([first === second, first.url]);`;
    await expect(inOwnProcess(script)).resolves.toEqual([true, "https://first.example"]);
  });

  it("fails until it is configured, and works from then on", async () => {
    const script = `${start}
      let code;
      try { sharedClient(); } catch (error) { code = error.code; }
      Object.assign(process.env, ${JSON.stringify(complete)});
      print([code, sharedClient().url]);`;
    await expect(inOwnProcess(script)).resolves.toEqual(["HC1001", "https://env.example"]);
  });

  it("loads what it needs for sending only when it sends", async () => {
    const script = `${start}
      sharedClient();
      print(Object.keys(require.cache).filter((file) => /node_modules.(axios|hpagent)/.test(file)));`;
    await expect(inOwnProcess(script, complete)).resolves.toEqual([]);
  });
});

import { inOwnProcess } from "../../client/own-process";
import { contractFile } from "./rehearsal";
import { closeAll } from "../../client/scripted-server";

afterEach(closeAll);

it("an emulator loads nothing of a contract file without one", async () => {
  const file = contractFile("getUsers: { missing: true }");
  const loaded = await inOwnProcess(`
    const { startEmulator } = require("./emulator");
    const loadedFor = async (options) => {
      const emulator = await startEmulator({ passwordCost: 16, ...options });
      await emulator.close();
      const names = Object.keys(require.cache).join();
      return ["/node_modules/yaml/", "/provider/binding/"].filter((name) => names.includes(name));
    };
    (async () => {
      print([await loadedFor({}), await loadedFor({ contract: ${JSON.stringify(file)} })]);
    })();
  `);
  expect(loaded).toEqual([[], ["/node_modules/yaml/", "/provider/binding/"]]);
});

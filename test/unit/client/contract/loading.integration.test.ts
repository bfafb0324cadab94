import { inOwnProcess } from "../own-process";
import { closeAll } from "../scripted-server";
import { contractFile } from "./contract-file";

afterEach(closeAll);

const url = "http://localhost:9";

it("a run loads no YAML without a contract file, and no JSONata without an expression", async () => {
  const plain = contractFile(url, { getUsers: { missing: true } });
  const withExpression = contractFile(url, { getUsers: { answer: { id: { expression: "id" } } } });
  const loaded = await inOwnProcess(`
    const { createClient } = require("./provider/client");
    const credentials = { kind: "token", token: { reveal: () => "t" } };
    const loadedFor = async (contract) => {
      const client = createClient({ url: ${JSON.stringify(url)}, contract, credentials });
      await client.contract();
      client.close();
      const names = Object.keys(require.cache).join();
      return ["yaml", "jsonata", "axios"].filter((name) => names.includes("/node_modules/" + name + "/"));
    };
    (async () => {
      print([await loadedFor(undefined), await loadedFor(${JSON.stringify(plain)}), await loadedFor(${JSON.stringify(withExpression)})]);
    })();
  `);
  expect(loaded).toEqual([[], ["yaml"], ["yaml", "jsonata"]]);
});

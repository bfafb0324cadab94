import { propertiesOf } from "../../../provider/resources/properties";
import * as pulumi from "@pulumi/pulumi";

const shape = { inputs: [], outputs: [], references: [], files: ["files", "source"] };
const args = { name: "B", files: [{ name: "a.txt", content: "1" }], source: { content: "2" }, tags: ["c"] };

beforeAll(() => pulumi.runtime.setMocks({ call: () => ({}), newResource: ({ name }) => ({ id: name, state: {} }) }));

it.each(['files["a.txt"]', "files[0]", "files[0].content", "files[*]", "files.a"])(
  "refuses to ignore %s, because Pulumi would write it all the same",
  (path) => {
    expect(() => propertiesOf(shape, "it", args, { ignoreChanges: ["name", path] })).toThrow(
      /^HC3007 Resource "it" has `ignoreChanges` of `files/,
    );
  },
);

it.each(["files", "source.content", 'source["content"]', "tags[0]", "filesOfAnother[0]"])(
  "lets %s be ignored",
  (path) => {
    expect(() => propertiesOf(shape, "it", args, { ignoreChanges: [path] })).not.toThrow();
  },
);

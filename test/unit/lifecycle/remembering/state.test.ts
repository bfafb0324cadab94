import { kinds, type Kind } from "../../../../provider/kinds";
import { memoryOf, outputsOf } from "../../../../provider/lifecycle/remembering/state";

const organisation = kinds.find(({ name }) => name === "Organisation") as Kind;
const remembered = (declared: Record<string, unknown>, memory = {}) =>
  memoryOf(outputsOf(organisation, { declared, policies: {}, origin: "", secrets: [], options: [] }, declared, memory));

describe("the notes in the outputs", () => {
  it("name the paths of the declared values, at every depth", () => {
    const { declared } = remembered({ name: "Soest", contact: { city: "Soest", email: "" } });
    expect(declared).toEqual(["name", "contact.city", "contact.email"]);
  });

  it("survive names that contain their separators", () => {
    const featureToggles = { "a,b": true, "c.d": true, "e\\": false, "f\\,g": true, "h\ni\\n": true };
    const { declared } = remembered({ name: "Soest", settings: { featureToggles } });
    expect(declared).toEqual([
      "name",
      "settings.featureToggles.a,b",
      "settings.featureToggles.c\\.d",
      "settings.featureToggles.e\\\\",
      "settings.featureToggles.f\\\\,g",
      "settings.featureToggles.h\ni\\\\n",
    ]);
  });

  it("name the server, the account and the progress", () => {
    const memory = {
      home: "https://haleconnect.example",
      account: "admin",
      adopted: true,
      partial: true,
      places: ["7", "1,2"],
      former: { name: "A=1\nB" },
      named: { members: ["7", "a=b\nc"] },
    };
    expect(remembered({ name: "Soest" }, memory)).toEqual({ declared: ["name"], ...memory });
  });

  it("are empty for somebody else's outputs", () => {
    expect(memoryOf({ name: "Soest" })).toEqual({ declared: [] });
  });
});

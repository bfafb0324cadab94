import { operations } from "../../reliability/life";
import { unlisted } from "../../reliability/witness";

it("tells an operation that is not in the list of an organisation's life", () => {
  expect(unlisted(["GET /", ...operations.map(({ key }) => key), "inviteUser", "inviteUser"])).toEqual(["inviteUser"]);
});

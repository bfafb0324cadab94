import { buffer } from "node:stream/consumers";
import { accounts } from "../../../provider/contract";
import { refuse } from "../../refusal";
import { withoutEmpty } from "../../world/without-empty";
import { implement } from "../implement";
import { refuseUnless, visible } from "./organisations";

const setOrganisationLogo = implement(accounts.setOrganisationLogo, async (call) => {
  const { body, now, commit } = call;
  // Reading waits, so it comes first: nothing may wait between the looks below and the commit.
  const type = imageTypeOf(await buffer(body.open()));
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  if (type === undefined) {
    throw refuse.invalid([{ field: "file", message: "is expected to be a JPEG or PNG picture" }]);
  }
  const { name, bytes, sha256 } = body;
  commit({ type: "organisationLogoSet", id, logo: withoutEmpty({ name, type, bytes, sha256, stored: now() }) });
  return visible(call, id);
});

const getOrganisationLogo = implement(accounts.getOrganisationLogo, (call) => {
  const { id, logo } = visible(call, call.path.orgId);
  if (logo === undefined) {
    throw refuse.absent(`logo of organisation ${id}`);
  }
  return { type: logo.type, bytes: logo.bytes, open: call.blobs.lend(logo.sha256) };
});

const deleteOrganisationLogo = implement(accounts.deleteOrganisationLogo, (call) => {
  const { id, logo } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  if (logo === undefined) {
    throw refuse.absent(`logo of organisation ${id}`);
  }
  call.commit({ type: "organisationLogoRemoved", id });
  return { error: false, message: `The logo of organisation ${id} is removed.` };
});

export const organisationLogo = [setOrganisationLogo, getOrganisationLogo, deleteOrganisationLogo];

const types: Readonly<Record<string, (typeof accounts.logoTypes)[number]>> = { jpg: "image/jpeg", png: "image/png" };

/** By the content (docs/platform.md#organisations: JPEG or PNG): what the sender calls it does not count. */
function imageTypeOf(content: Buffer): string | undefined {
  // Loaded with the first picture.
  const { imageSize } = require("image-size") as typeof import("image-size");
  try {
    const { type = "", width, height } = imageSize(content);
    return width > 0 && height > 0 ? types[type] : undefined;
  } catch {
    return undefined;
  }
}

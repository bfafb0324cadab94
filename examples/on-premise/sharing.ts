import { ContentSharing, ContentSharingList } from "pulumi-haleconnect";
import { places } from "./data";
import { works } from "./organisations";
import { mapping } from "./projects";
import { playgrounds } from "./schemas";
import { users } from "./users";

/** One grant; with whom else the data are shared is left to the town's own people. */
new ContentSharing("the works see the playgrounds", { content: places, sharedWith: works });

/** Everybody may read the model. */
new ContentSharing("the model is public", { content: playgrounds, public: true });

/** All grants of the mapping: what is added by hand is drift. */
new ContentSharingList("who works on the mapping", {
  content: mapping,
  sharedWith: [works],
  collaborators: [users["dora.stadt"]],
  public: false,
});

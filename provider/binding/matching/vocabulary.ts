/** Words that name the same thing in the APIs of such platforms, each with the one that stands for all. */
export const synonyms: Readonly<Record<string, string>> = {
  organization: "organisation",
  org: "organisation",
  suborganisation: "child organisation",
  suborganization: "child organisation",
  suborg: "child organisation",
  sub: "child",
  account: "user",
  signin: "login",
  logon: "login",
  session: "login",
  username: "user name",
  userid: "user id",
  mail: "email",
  telephone: "phone",
  fullname: "full name",
  membership: "member",
  privilege: "permission",
  setting: "configuration",
  config: "configuration",
  dataset: "bucket",
  picture: "logo",
  avatar: "logo",
  identifier: "id",
  uuid: "id",
  guid: "id",
  ident: "id",
};

/** What an operation does, in one word for each thing that may be done. */
export const verbs: Readonly<Record<string, string>> = {
  remove: "delete",
  removal: "delete",
  deletion: "delete",
  erase: "delete",
  destroy: "delete",
  drop: "delete",
  withdraw: "delete",
  add: "create",
  new: "create",
  make: "create",
  register: "create",
  fetch: "get",
  read: "get",
  show: "get",
  find: "get",
  return: "get",
  all: "list",
  edit: "update",
  change: "update",
  amend: "update",
  patch: "update",
  modify: "update",
  put: "set",
  give: "set",
  download: "get",
  store: "create",
  upload: "create",
  activation: "activate",
  deactivation: "deactivate",
};

/** Words of what may be done; they name no thing. */
export const actions: ReadonlySet<string> = new Set([...Object.values(verbs), "copy", "send"]);

/** Words of fields that mean the same; some of them mean something else where they name an operation. */
export const fieldSynonyms: Readonly<Record<string, string>> = {
  login: "user name",
  secret: "password",
  passwd: "password",
  pwd: "password",
  title: "name",
  label: "name",
  zip: "postal code",
  zipcode: "postal code",
  postcode: "postal code",
  town: "city",
  homepage: "web",
  website: "web",
  site: "web",
  www: "web",
  about: "description",
  attribute: "field",
  extra: "custom",
  additional: "custom",
  size: "byte",
  engine: "driver",
  backend: "driver",
  kind: "type",
  activated: "active",
  creation: "created",
  updated: "modified",
  changed: "modified",
};

/** Words that tell nothing of what an operation is about. */
export const empty: ReadonlySet<string> = new Set(
  "api rest the a an of by for to with and in on at is it its that one this from or info detail".split(" "),
);

/** Words that tell nothing of what a field holds. `by` is none of them: `created` and `createdBy` differ. */
export const emptyInFields: ReadonlySet<string> = new Set("the a an of on at is has display count access".split(" "));

/** Words that make another thing of what stands before them: `parentName` is not the parent. */
export const aspects: ReadonlySet<string> = new Set(
  (
    "name type count number byte date time by url link status state code key token email user role version format " +
    "path index total description password phone until from end begin day hour minimum maximum"
  ).split(" "),
);

/** Aspects that a thing may be about all the same: an operation may be about users, and a field still say `user`. */
export const things: ReadonlySet<string> = new Set("user role token email password version".split(" "));

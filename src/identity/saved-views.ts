import { type Selectable, sql } from "kysely";
import {
  type Actor,
  type Command,
  checkVersion,
  DomainError,
  idText,
  newUuid,
  notFound,
  sentence,
} from "../kernel/index.ts";
import { type DB, refusedBy, type Tx } from "../platform/database/index.ts";
import type { EditViewBody, NewViewBody, ViewWire } from "./saved-view-contract.ts";

/** More would be no help to anybody. */
const MOST = 50;

/** The person's own views of one list, or of all. */
export async function listViews(tx: Tx, actor: Actor, list: string | undefined): Promise<ViewWire[]> {
  let query = tx.selectFrom("saved_view").selectAll().where("person_id", "=", actor.personId);
  if (list !== undefined) query = query.where("list", "=", list);
  const rows = await query.orderBy("list").orderBy(sql`lower(name)`).orderBy("id").execute();
  return rows.map(toWire);
}

/** One view of the person; 404 for anybody else's. */
export async function showView(tx: Tx, actor: Actor, id: string): Promise<ViewWire> {
  return toWire(await lockView(tx, actor, id));
}

/** Keeps a way to look at a list under a name. One of a list may be its default: the others cease to be. */
export async function keepView(tx: Tx, { actor, now }: Command, body: () => NewViewBody): Promise<string> {
  const view = body();
  const { count } = await tx
    .selectFrom("saved_view")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("person_id", "=", actor.personId)
    .where("list", "=", view.list)
    .executeTakeFirstOrThrow();
  if (count >= MOST) {
    const message = sentence("There are {most} views of this list already. Delete one you do not need.", {
      most: `${MOST}`,
    });
    throw new DomainError({ code: "too-many-views", kind: "conflict", message });
  }
  if (view.isDefault) await dropDefault(tx, actor, view.list);
  const id = newUuid(now);
  await refuseTakenName(() =>
    tx
      .insertInto("saved_view")
      .values({
        id,
        person_id: actor.personId,
        partner_id: actor.side === "partner" ? actor.organisationId : null,
        list: view.list,
        name: view.name,
        filter: JSON.stringify(view.filter),
        sort: view.sort,
        columns: view.columns,
        is_default: view.isDefault,
        created_at: now,
        updated_at: now,
      })
      .execute(),
  );
  return id;
}

/** Changes a view. Fields left out stay as they are. */
export async function changeView(tx: Tx, command: Command, id: string, body: () => EditViewBody): Promise<void> {
  const { actor, now, seen } = command;
  const view = await lockView(tx, actor, id);
  checkVersion(seen, view.version);
  const { name, filter, sort, columns, isDefault } = body();
  if (isDefault === true && !view.is_default) await dropDefault(tx, actor, view.list);
  await refuseTakenName(() =>
    tx
      .updateTable("saved_view")
      .set({
        ...(name === undefined ? {} : { name }),
        ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
        ...(sort === undefined ? {} : { sort }),
        ...(columns === undefined ? {} : { columns }),
        ...(isDefault === undefined ? {} : { is_default: isDefault }),
        version: view.version + 1,
        updated_at: now,
      })
      .where("id", "=", id)
      .execute(),
  );
}

/** Forgets a view. */
export async function dropView(tx: Tx, { actor, seen }: Command, id: string): Promise<void> {
  checkVersion(seen, (await lockView(tx, actor, id)).version);
  await tx.deleteFrom("saved_view").where("id", "=", id).execute();
}

async function lockView(tx: Tx, actor: Actor, id: string): Promise<Selectable<DB["saved_view"]>> {
  const row = await tx
    .selectFrom("saved_view")
    .selectAll()
    .where("id", "=", id)
    .where("person_id", "=", actor.personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("saved view");
  return row;
}

async function dropDefault(tx: Tx, actor: Actor, list: string): Promise<void> {
  await tx
    .updateTable("saved_view")
    .set({ is_default: false })
    .where("person_id", "=", actor.personId)
    .where("list", "=", list)
    .where("is_default", "=", true)
    .execute();
}

async function refuseTakenName(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!refusedBy(error, "saved_view_name")) throw error;
    const message = sentence("You have a view of this name already. Choose another name, or change that view.");
    throw new DomainError({ code: "view-name-taken", kind: "conflict", message });
  }
}

function toWire(row: Selectable<DB["saved_view"]>): ViewWire {
  return {
    id: idText("view", row.id),
    list: row.list,
    name: row.name,
    filter: row.filter as Record<string, string>, // written by this file alone, from the schema of the wire
    sort: row.sort,
    columns: row.columns,
    isDefault: row.is_default,
    version: row.version,
  };
}

import { z } from "zod";
import { ChangePasswordBody, OwnSession } from "../../src/identity/index.ts";

type Json = Record<string, unknown>;
type SchemaOf = (schema: z.ZodType, direction: "input" | "output") => Json;

const Sessions = z.object({ items: z.array(OwnSession) }).meta({ id: "OwnSessions" });

/** What a person does with the own sign-in. Registered beside signing in, where credentials are open (own-account.ts). */
export function ownAccountPaths(schemaOf: SchemaOf, problem: Json, unknown: Json): Record<string, Json> {
  const done = { 204: { description: "Done" } };
  return {
    "/api/v1/me/sessions": {
      get: {
        operationId: "getMeSessions",
        tags: ["me"],
        summary: "Where the person is signed in",
        responses: {
          200: {
            description: "The sessions",
            content: { "application/json": { schema: schemaOf(Sessions, "output") } },
          },
        },
      },
      delete: {
        operationId: "deleteMeSessions",
        tags: ["me"],
        summary: "Ends all sessions of the person but the one that asks",
        responses: done,
      },
    },
    "/api/v1/me/sessions/{id}": {
      delete: {
        operationId: "deleteMeSessionsById",
        tags: ["me"],
        summary: "Ends a session of the person",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { ...done, ...unknown },
      },
    },
    "/api/v1/me/password": {
      post: {
        operationId: "postMePassword",
        tags: ["me"],
        summary: "Changes the password; ends the person's other sessions",
        requestBody: {
          required: true,
          content: { "application/json": { schema: schemaOf(ChangePasswordBody, "input") } },
        },
        responses: {
          ...done,
          422: { description: "The present password is wrong, or the new one too weak", ...problem },
          429: { description: "Too many failed attempts", ...problem },
        },
      },
    },
  };
}

/** Paragraphs for `user create --help`. */
export const userHelp = `The password is asked for at the terminal without showing it, or read from standard input: one line of at least 12
characters. It is never an argument, where other users of the machine could read it. An organisation that does not exist
is made when --kind, --country and --time-zone are given. Everything is done or nothing. May be used beside a running serve.

Examples:
  The vendor and its first administrator:
    npm run fundproof -- user create --organisation "Vendor Inc." --kind vendor --country US \\
      --time-zone America/Los_Angeles --email ann@vendor.example --name "Ann B" --role vendor-admin
  A reviewer for one program, with the password from a file:
    npm run fundproof -- user create --organisation "Vendor Inc." --email bo@vendor.example --name "Bo C" \\
      --role reviewer --program coop < password.txt
  A partner and its organisation admin, who gives the other roles:
    npm run fundproof -- user create --organisation "Partner Ltd" --kind partner --country GB \\
      --time-zone Europe/London --email cy@partner.example --name "Cy D" --role organisation-admin`;

/** Paragraphs for `location create --help`. */
export const locationHelp = `Funds, enrollments and claims belong to a location. The PartnerID is what people know it by. A partner that does not exist
is made when --kind partner and --time-zone are given, in the country of the location.

Example:
  npm run fundproof -- location create --organisation "Partner Ltd" --partner-id P-1001 --name Leeds --country GB`;

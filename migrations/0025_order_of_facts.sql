-- Of two facts recorded at the same moment the one written later counts: ids of one moment have no order.
alter table partner_fact add column ordinal integer not null generated always as identity;

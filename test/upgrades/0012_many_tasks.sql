--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pgboss; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA pgboss;


--
-- Name: job_state; Type: TYPE; Schema: pgboss; Owner: -
--

CREATE TYPE pgboss.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);


--
-- Name: create_queue(text, jsonb); Type: FUNCTION; Schema: pgboss; Owner: -
--

CREATE FUNCTION pgboss.create_queue(queue_name text, options jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
        INSERT INTO pgboss.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify,
          created_on,
          updated_on
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false),
          pgboss.job_now(),
          pgboss.job_now()
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', tablename);

      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);

      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i11 ON pgboss.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON pgboss.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i7 ON pgboss.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i9 ON pgboss.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i12 ON pgboss.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i13 ON pgboss.job (name, singleton_key) WHERE state = 'created' AND upsert_by_key$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i14 ON pgboss.job (name, state, blocked, start_after) WHERE state IN ('created', 'retry', 'active', 'failed')$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i15 ON pgboss.job (name, created_on)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i16 ON pgboss.job (name, completed_on) WHERE completed_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i17 ON pgboss.job (name, singleton_key, created_on) WHERE state < 'active' AND singleton_key IS NOT NULL$cmd$, tablename);

      IF options->>'policy' = 'short' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON pgboss.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON pgboss.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i10 ON pgboss.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;

      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $_$;


--
-- Name: delete_queue(text); Type: FUNCTION; Schema: pgboss; Owner: -
--

CREATE FUNCTION pgboss.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN
      
      SELECT table_name, partition
      FROM pgboss.queue
      WHERE name = queue_name
      INTO v_table, v_partition;

      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM pgboss.%I WHERE name = %L', v_table, queue_name);
      END IF;
    
      DELETE FROM pgboss.queue WHERE name = queue_name;
    END;
    $$;


--
-- Name: job_now(); Type: FUNCTION; Schema: pgboss; Owner: -
--

CREATE FUNCTION pgboss.job_now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
      SELECT pg_catalog.now();
    $$;


--
-- Name: job_table_format(text, text); Type: FUNCTION; Schema: pgboss; Owner: -
--

CREATE FUNCTION pgboss.job_table_format(command text, table_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $_$;


--
-- Name: job_table_run(text, text, text); Type: FUNCTION; Schema: pgboss; Owner: -
--

CREATE FUNCTION pgboss.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        EXECUTE pgboss.job_table_format(command, tbl_name);
        RETURN;
      END IF;

      EXECUTE pgboss.job_table_format(command, 'job_common');

      FOR tbl IN SELECT table_name FROM pgboss.queue WHERE partition = true
      LOOP
        EXECUTE pgboss.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$;


--
-- Name: job_table_run_async(text, integer, text, text, text); Type: FUNCTION; Schema: pgboss; Owner: -
--

CREATE FUNCTION pgboss.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          pgboss.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;

      INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        pgboss.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        pgboss.job_table_format(command, queue.table_name)
      FROM pgboss.queue
      WHERE partition = true;
    END;
    $$;


--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'the ledger is append-only';
end
$$;


--
-- Name: tell_access_changed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_access_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_table_name = 'sessions' then
    perform pg_notify('rushes', 'access ' || account_id) from users where id = old.user_id;
  elsif tg_table_name = 'accounts' then
    perform pg_notify('rushes', 'access ' || old.id);
  else
    perform pg_notify('rushes', 'access ' || old.account_id);
  end if;
  return null;
end $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: bam; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.bam (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    queue text,
    table_name text NOT NULL,
    command text NOT NULL,
    error text,
    created_on timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone
);


--
-- Name: instance; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.instance (
    id uuid NOT NULL,
    name text,
    host text NOT NULL,
    pid integer NOT NULL,
    version text NOT NULL,
    node_version text NOT NULL,
    application_name text,
    heartbeat_seconds integer NOT NULL,
    supervise boolean NOT NULL,
    schedule boolean NOT NULL,
    migrate boolean NOT NULL,
    persist_queue_stats boolean NOT NULL,
    persist_warnings boolean NOT NULL,
    pool_max integer,
    pool_total integer,
    pool_idle integer,
    pool_waiting integer,
    workers jsonb DEFAULT '[]'::jsonb NOT NULL,
    metrics jsonb,
    config jsonb DEFAULT '{}'::jsonb NOT NULL,
    crash_restarts integer DEFAULT 0 NOT NULL,
    crash_restarts_since timestamp with time zone,
    started_on timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat_on timestamp with time zone DEFAULT now() NOT NULL,
    stopped_on timestamp with time zone
);


--
-- Name: job; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    trace_context jsonb,
    upsert_by_key boolean
)
PARTITION BY LIST (name);


--
-- Name: job_common; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.job_common (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    trace_context jsonb,
    upsert_by_key boolean,
    CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);


--
-- Name: job_dependency; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.job_dependency (
    child_name text NOT NULL,
    child_id uuid NOT NULL,
    parent_name text NOT NULL,
    parent_id uuid NOT NULL
);


--
-- Name: queue; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.queue (
    name text NOT NULL,
    policy text NOT NULL,
    retry_limit integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    retry_delay_max integer,
    expire_seconds integer NOT NULL,
    retention_seconds integer NOT NULL,
    deletion_seconds integer NOT NULL,
    dead_letter text,
    partition boolean NOT NULL,
    table_name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    blocked_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    warning_queued integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    retained_count integer,
    retained_on timestamp with time zone,
    created_delta integer DEFAULT 0 NOT NULL,
    completed_delta integer DEFAULT 0 NOT NULL,
    failed_delta integer DEFAULT 0 NOT NULL,
    delta_on timestamp with time zone,
    delta_seconds integer,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    ready_history integer[] DEFAULT '{}'::integer[] NOT NULL,
    heartbeat_seconds integer,
    notify boolean DEFAULT false NOT NULL,
    singletons_active text[],
    monitor_claim_on timestamp with time zone,
    monitor_on timestamp with time zone,
    maintain_on timestamp with time zone,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name))
);


--
-- Name: queue_stats; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.queue_stats (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (captured_on);


--
-- Name: queue_stats_20261125; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.queue_stats_20261125 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: queue_stats_20261126; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.queue_stats_20261126 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: schedule; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.schedule (
    name text NOT NULL,
    key text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'cron'::text NOT NULL,
    cron text NOT NULL,
    timezone text DEFAULT 'UTC'::text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    last_job_id uuid,
    CONSTRAINT schedule_kind_check CHECK ((kind = ANY (ARRAY['cron'::text, 'rrule'::text])))
);


--
-- Name: subscription; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: version; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.version (
    version integer NOT NULL,
    cron_on timestamp with time zone,
    bam_on timestamp with time zone,
    flow_on timestamp with time zone,
    reindex_on timestamp with time zone,
    monitor_backoff_on timestamp with time zone
);


--
-- Name: warning; Type: TABLE; Schema: pgboss; Owner: -
--

CREATE TABLE pgboss.warning (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    data jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    id uuid NOT NULL,
    name text NOT NULL,
    webhook_secret text NOT NULL,
    disabled_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    previous_webhook_secret text,
    previous_webhook_until timestamp with time zone
);


--
-- Name: api_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_keys (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    sha256 bytea NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    credit_limit bigint,
    spent bigint DEFAULT 0 NOT NULL,
    last_used_at timestamp with time zone,
    previous_sha256 bytea,
    previous_until timestamp with time zone,
    console boolean DEFAULT false NOT NULL,
    open_tasks integer DEFAULT 0 NOT NULL,
    CONSTRAINT api_keys_credit_limit_check CHECK ((credit_limit >= 0)),
    CONSTRAINT api_keys_open_tasks_check CHECK ((open_tasks >= 0)),
    CONSTRAINT api_keys_spent_check CHECK ((spent >= 0))
);


--
-- Name: applications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    service text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    unlimited boolean DEFAULT false NOT NULL,
    balance bigint DEFAULT 0 NOT NULL,
    reserved bigint DEFAULT 0 NOT NULL,
    used bigint DEFAULT 0 NOT NULL,
    credit_limit bigint,
    disabled_at timestamp with time zone,
    open_tasks integer DEFAULT 0 NOT NULL,
    CONSTRAINT applications_credit_limit_check CHECK ((credit_limit >= 0)),
    CONSTRAINT applications_open_tasks_check CHECK ((open_tasks >= 0)),
    CONSTRAINT applications_reserved_check CHECK ((reserved >= 0)),
    CONSTRAINT applications_used_check CHECK ((used >= 0)),
    CONSTRAINT never_overdrawn CHECK ((unlimited OR (balance >= 0)))
);


--
-- Name: assets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assets (
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    kind text NOT NULL,
    "position" smallint DEFAULT 0 NOT NULL,
    key text NOT NULL,
    content_type text NOT NULL,
    bytes bigint NOT NULL,
    width integer,
    height integer,
    seconds double precision,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT assets_kind_check CHECK ((kind = ANY (ARRAY['video'::text, 'thumbnail'::text, 'image'::text, 'character'::text, 'source'::text])))
);


--
-- Name: deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deliveries (
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    url text NOT NULL,
    body text NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    claimed_by text,
    next_attempt_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    account_id uuid NOT NULL,
    callback_secret text,
    endpoint_id uuid,
    event_type text,
    CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
);


--
-- Name: delivery_attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery_attempts (
    delivery_id uuid NOT NULL,
    number smallint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    status smallint,
    error text,
    milliseconds integer NOT NULL
);


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    id bigint NOT NULL,
    task_id uuid NOT NULL,
    type text NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: idempotency_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_keys (
    key_id uuid NOT NULL,
    idempotency_key text NOT NULL,
    fingerprint text NOT NULL,
    task_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: identities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.identities (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    provider_id text NOT NULL,
    account_id text NOT NULL,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamp with time zone,
    refresh_token_expires_at timestamp with time zone,
    scope text,
    password text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: inbox_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.inbox_items (
    id uuid NOT NULL,
    inbox_id uuid NOT NULL,
    method text NOT NULL,
    headers jsonb NOT NULL,
    body text NOT NULL,
    truncated boolean NOT NULL,
    verified boolean,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: inboxes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.inboxes (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    token text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: invites; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invites (
    id uuid NOT NULL,
    sha256 bytea NOT NULL,
    email text,
    role text DEFAULT 'member'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT invites_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'member'::text])))
);


--
-- Name: ledger_entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ledger_entries (
    id bigint NOT NULL,
    application_id uuid NOT NULL,
    kind text NOT NULL,
    amount bigint NOT NULL,
    effect bigint GENERATED ALWAYS AS (
CASE kind
    WHEN 'reserve'::text THEN (- amount)
    WHEN 'settle'::text THEN (0)::bigint
    ELSE amount
END) STORED NOT NULL,
    task_id uuid,
    key_id uuid,
    note text,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['grant'::text, 'reserve'::text, 'settle'::text, 'release'::text, 'adjust'::text]))),
    CONSTRAINT only_adjust_is_negative CHECK (((amount >= 0) OR (kind = 'adjust'::text))),
    CONSTRAINT tasks_have_entries CHECK (((kind = ANY (ARRAY['reserve'::text, 'settle'::text, 'release'::text])) = (task_id IS NOT NULL)))
);


--
-- Name: ledger_entries_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ledger_entries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ledger_entries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migrations (
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: rate_limits; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.rate_limits (
    key character varying(255) NOT NULL,
    points integer DEFAULT 0 NOT NULL,
    expire bigint
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    token text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ip_address text,
    user_agent text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    id uuid NOT NULL,
    trace_id uuid NOT NULL,
    account_id uuid NOT NULL,
    application_id uuid NOT NULL,
    key_id uuid NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    progress smallint DEFAULT 0 NOT NULL,
    model text NOT NULL,
    engine text NOT NULL,
    video_id text NOT NULL,
    request jsonb NOT NULL,
    generation jsonb NOT NULL,
    callback_url text,
    callback_secret text,
    operation jsonb,
    submits smallint DEFAULT 0 NOT NULL,
    claim_id uuid,
    claimed_by text,
    error_kind text,
    error_message text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    engine_details jsonb,
    tried_engines text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT failed_says_why CHECK (((state <> ALL (ARRAY['failed'::text, 'cancelled'::text])) OR (error_message IS NOT NULL))),
    CONSTRAINT finished_once CHECK (((state = ANY (ARRAY['succeeded'::text, 'failed'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT tasks_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT tasks_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);


--
-- Name: uploads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.uploads (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    bytes bigint NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    seconds double precision,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT uploads_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text])))
);


--
-- Name: usage_records; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.usage_records (
    task_id uuid NOT NULL,
    trace_id uuid NOT NULL,
    account_id uuid NOT NULL,
    application_id uuid NOT NULL,
    key_id uuid NOT NULL,
    model text NOT NULL,
    version text NOT NULL,
    seconds double precision NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    status smallint,
    credits bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    elapsed_seconds double precision,
    CONSTRAINT ended_once CHECK (((state = 'open'::text) = (finished_at IS NULL))),
    CONSTRAINT usage_records_credits_check CHECK ((credits >= 0)),
    CONSTRAINT usage_records_state_check CHECK ((state = ANY (ARRAY['open'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    email_verified boolean DEFAULT false NOT NULL,
    image text,
    account_id uuid NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'member'::text])))
);


--
-- Name: verifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.verifications (
    id uuid NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: webhook_endpoints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhook_endpoints (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    event_types text[] NOT NULL,
    secret text NOT NULL,
    previous_secret text,
    previous_until timestamp with time zone,
    disabled_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    rests_until timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: job_common; Type: TABLE ATTACH; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.job ATTACH PARTITION pgboss.job_common DEFAULT;


--
-- Name: queue_stats_20261125; Type: TABLE ATTACH; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue_stats ATTACH PARTITION pgboss.queue_stats_20261125 FOR VALUES FROM ('2026-11-25 00:00:00+00') TO ('2026-11-26 00:00:00+00');


--
-- Name: queue_stats_20261126; Type: TABLE ATTACH; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue_stats ATTACH PARTITION pgboss.queue_stats_20261126 FOR VALUES FROM ('2026-11-26 00:00:00+00') TO ('2026-11-27 00:00:00+00');


--
-- Data for Name: bam; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: instance; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: job_common; Type: TABLE DATA; Schema: pgboss; Owner: -
--

INSERT INTO pgboss.job_common VALUES ('d5bd887e-c36f-47b4-a64c-114941a8d69a', 'generate.scripted', 0, '{"subject": "d5bd887e-c36f-47b4-a64c-114941a8d69a"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:17.847553+00', '2026-11-25 12:06:17.847553+00', '2026-11-25 12:06:17.859621+00', '2026-11-25 12:06:18.623403+00', '2026-12-09 12:06:17.847553+00', NULL, NULL, 'standard', '2026-11-25 12:06:17.859621+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('426f027d-628a-8b3c-b2c7-4eb4a989d199', 'deliver', 0, '{"subject": "2bc8523f-9aa5-46cd-8bdf-8482ae88427b"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '4fc2cb74-03d8-4ac5-9323-61714f32230c/127.0.0.1:43249', NULL, '2026-11-25 12:06:18.602094+00', '2026-11-25 12:06:18.602094+00', '2026-11-25 12:06:18.612038+00', '2026-11-25 12:06:18.63582+00', '2026-12-09 12:06:18.602094+00', NULL, NULL, 'standard', '2026-11-25 12:06:18.612038+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('20473484-7d83-41a6-840e-10c37cd298de', 'generate.scripted', 0, '{"subject": "20473484-7d83-41a6-840e-10c37cd298de"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.640314+00', '2026-11-25 12:06:18.640314+00', '2026-11-25 12:06:18.645653+00', '2026-11-25 12:06:18.663814+00', '2026-12-09 12:06:18.640314+00', NULL, NULL, 'standard', '2026-11-25 12:06:18.645653+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('413e1eea-b784-8793-9361-8e4f9f6c3671', 'deliver', 0, '{"subject": "1c205dfd-099c-4502-9730-c0873b2b7af9"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '4fc2cb74-03d8-4ac5-9323-61714f32230c/127.0.0.1:43249', NULL, '2026-11-25 12:06:18.654919+00', '2026-11-25 12:06:18.654919+00', '2026-11-25 12:06:18.659878+00', '2026-11-25 12:06:18.667743+00', '2026-12-09 12:06:18.654919+00', NULL, NULL, 'standard', '2026-11-25 12:06:18.659878+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('a797e870-50fa-4780-9536-889b67393a29', 'generate.scripted', 0, '{"subject": "a797e870-50fa-4780-9536-889b67393a29"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.760184+00', '2026-11-25 12:06:18.760184+00', '2026-11-25 12:06:18.766139+00', '2026-11-25 12:06:18.827509+00', '2026-12-09 12:06:18.760184+00', NULL, NULL, 'standard', '2026-11-25 12:06:18.766139+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('d674e343-792d-8fb8-949a-c053f4fc39b5', 'deliver', 0, '{"subject": "04d5e94e-ae97-4054-8f42-9e7e907aff61"}', 'created', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '4fc2cb74-03d8-4ac5-9323-61714f32230c/127.0.0.1:43249', NULL, '2026-11-25 12:07:18.831882+00', '2026-11-25 12:06:18.831882+00', NULL, NULL, '2026-12-09 12:07:18.831882+00', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('01a38772-285f-8faf-a7c7-f3b553b217a5', 'deliver', 0, '{"subject": "04d5e94e-ae97-4054-8f42-9e7e907aff61"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '4fc2cb74-03d8-4ac5-9323-61714f32230c/127.0.0.1:43249', NULL, '2026-11-25 12:06:18.81785+00', '2026-11-25 12:06:18.81785+00', '2026-11-25 12:06:18.823659+00', '2026-11-25 12:06:18.836467+00', '2026-12-09 12:06:18.81785+00', NULL, NULL, 'standard', '2026-11-25 12:06:18.823659+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('3c0d1382-1aee-45f7-8512-3f0786bd6478', 'generate.scripted', 0, '{"subject": "3c0d1382-1aee-45f7-8512-3f0786bd6478"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.88017+00', '2026-11-25 12:06:18.88017+00', '2026-11-25 12:06:18.885193+00', '2026-11-25 12:06:18.938901+00', '2026-12-09 12:06:18.88017+00', NULL, NULL, 'standard', '2026-11-25 12:06:18.885193+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('ae79745a-726b-4882-a087-346eb7801ad7', 'generate.scripted', 0, '{"subject": "ae79745a-726b-4882-a087-346eb7801ad7"}', 'active', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:19.158408+00', '2026-11-25 12:06:19.158408+00', '2026-11-25 12:06:19.163804+00', NULL, '2026-12-09 12:06:19.158408+00', NULL, NULL, 'standard', '2026-11-25 12:06:19.163804+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('66f21363-0b9b-4b48-be4a-f56e469ea290', 'generate.scripted', -2, '{"subject": "66f21363-0b9b-4b48-be4a-f56e469ea290"}', 'created', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:19.274932+00', '2026-11-25 12:06:19.274932+00', NULL, NULL, '2026-12-09 12:06:19.274932+00', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: job_dependency; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: queue; Type: TABLE DATA; Schema: pgboss; Owner: -
--

INSERT INTO pgboss.queue VALUES ('generate.scripted', 'standard', 10000, 0, false, NULL, 86400, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-25 12:06:17.738248+00', '2026-11-25 12:06:17.738248+00');
INSERT INTO pgboss.queue VALUES ('deliver', 'standard', 10000, 0, false, NULL, 86400, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-25 12:06:17.741044+00', '2026-11-25 12:06:17.741044+00');


--
-- Data for Name: queue_stats_20261125; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: queue_stats_20261126; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: schedule; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: subscription; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: version; Type: TABLE DATA; Schema: pgboss; Owner: -
--

INSERT INTO pgboss.version VALUES (46, NULL, '2026-11-25 12:06:17.811321+00', '2026-11-25 12:06:17.811249+00', NULL, NULL);


--
-- Data for Name: warning; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts VALUES ('4fc2cb74-03d8-4ac5-9323-61714f32230c', 'The director', 'whsec_omP7NDexj6PyQ9lMlobu2AalWu6D0PAMbUUaY5iRSBw=', NULL, '2026-11-25 12:06:17.696731+00', NULL, NULL);


--
-- Data for Name: api_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.api_keys VALUES ('450b8431-2a57-456b-b9d3-f4d9d1c8ac8f', '4fc2cb74-03d8-4ac5-9323-61714f32230c', 'laptop', 'rushes_C3B7', '\x470f5105ee9c595df26bda57d4e341371ffa37c2c12ea803253630c1c588d588', NULL, NULL, '2026-11-25 12:06:19.136119+00', NULL, 0, NULL, NULL, NULL, false, 0);
INSERT INTO public.api_keys VALUES ('b52fee61-51eb-4c8c-a757-11092b23ac4a', '4fc2cb74-03d8-4ac5-9323-61714f32230c', 'RUSHES_API_KEY', 'test-key-', '\xad0895dbecc52084a822c48b82b05157cd81430b0d9e8cb5fdb427e05d180743', NULL, NULL, '2026-11-25 12:06:17.696731+00', NULL, 75, '2026-11-25 12:06:19.274932+00', NULL, NULL, false, 2);


--
-- Data for Name: applications; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications VALUES ('2f4030fc-a7cc-4182-b219-f766de0d9ba6', '4fc2cb74-03d8-4ac5-9323-61714f32230c', 'sora-videos', '2026-11-25 12:06:17.696731+00', true, -75, 30, 45, NULL, NULL, 2);


--
-- Data for Name: assets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.assets VALUES ('19336260-6acc-42ef-b9c0-1d1f3d33cb7b', 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'video', 0, 'tasks/d5bd887e-c36f-47b4-a64c-114941a8d69a/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 12:06:18.602094+00');
INSERT INTO public.assets VALUES ('335c12f5-58b3-4e09-9426-c243d38a0a76', 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'thumbnail', 0, 'tasks/d5bd887e-c36f-47b4-a64c-114941a8d69a/thumbnail.webp', 'image/webp', 1114, 640, 360, NULL, '2026-11-25 12:06:18.602094+00');
INSERT INTO public.assets VALUES ('04bc8709-f171-4865-a7a0-d3638ff2f930', 'a797e870-50fa-4780-9536-889b67393a29', 'video', 0, 'tasks/a797e870-50fa-4780-9536-889b67393a29/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 12:06:18.81785+00');
INSERT INTO public.assets VALUES ('0384731b-39ae-49b0-81f1-833dcf51d4b3', 'a797e870-50fa-4780-9536-889b67393a29', 'thumbnail', 0, 'tasks/a797e870-50fa-4780-9536-889b67393a29/thumbnail.webp', 'image/webp', 1114, 640, 360, NULL, '2026-11-25 12:06:18.81785+00');
INSERT INTO public.assets VALUES ('7cff0a9b-22bd-42f9-987d-2ae7e6e1d627', '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'video', 0, 'tasks/3c0d1382-1aee-45f7-8512-3f0786bd6478/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 12:06:18.932138+00');
INSERT INTO public.assets VALUES ('ed49eb3b-25e2-4e9d-b651-a90649682732', '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'thumbnail', 0, 'tasks/3c0d1382-1aee-45f7-8512-3f0786bd6478/thumbnail.webp', 'image/webp', 1114, 640, 360, NULL, '2026-11-25 12:06:18.932138+00');


--
-- Data for Name: deliveries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deliveries VALUES ('2bc8523f-9aa5-46cd-8bdf-8482ae88427b', 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'http://receiver.of-a-stored-database/done', '{"success":true,"task_id":"d5bd887e-c36f-47b4-a64c-114941a8d69a","trace_id":"83814281-3d5d-4538-88f2-86f4af1a3c6a","data":[{"id":"sora-2:task_01m899jyfqsvjxqv1fwrvx1kb8","video_url":"http://127.0.0.1:43523/files/tasks/d5bd887e-c36f-47b4-a64c-114941a8d69a/video.mp4?expires=1798200378&signature=SRadZWyMZpdYzhekEsNP2BAOYYEgbPxpiPeMT6vFUwE","state":"succeeded","width":1280,"height":720,"duration":15,"thumbnail_url":"http://127.0.0.1:43523/files/tasks/d5bd887e-c36f-47b4-a64c-114941a8d69a/thumbnail.webp?expires=1798200378&signature=1ZudEemJxoXQlVggowZGPAWbWYdvR5YJI1ZNRgW1zYA","expires_at":1798200378,"engine":"scripted"}]}', 'delivered', 1, NULL, '2026-11-25 12:07:18.629931+00', '2026-11-25 12:06:18.602094+00', '2026-11-25 12:06:18.629931+00', '4fc2cb74-03d8-4ac5-9323-61714f32230c', NULL, NULL, NULL);
INSERT INTO public.deliveries VALUES ('1c205dfd-099c-4502-9730-c0873b2b7af9', '20473484-7d83-41a6-840e-10c37cd298de', 'http://receiver.of-a-stored-database/failed', '{"success":false,"task_id":"20473484-7d83-41a6-840e-10c37cd298de","trace_id":"62f14a15-b548-4581-8ec2-14dc68622cee","error":{"code":"api_error","message":"the lamp broke"}}', 'delivered', 1, NULL, '2026-11-25 12:07:18.665554+00', '2026-11-25 12:06:18.654919+00', '2026-11-25 12:06:18.665554+00', '4fc2cb74-03d8-4ac5-9323-61714f32230c', NULL, NULL, NULL);
INSERT INTO public.deliveries VALUES ('04d5e94e-ae97-4054-8f42-9e7e907aff61', 'a797e870-50fa-4780-9536-889b67393a29', 'http://receiver.of-a-stored-database/untold', '{"success":true,"task_id":"a797e870-50fa-4780-9536-889b67393a29","trace_id":"71204f40-cbd2-4033-aa56-3fbc87105d8d","data":[{"id":"sora-2:task_01m899jzc8y76a0f1aajahyq50","video_url":"http://127.0.0.1:43523/files/tasks/a797e870-50fa-4780-9536-889b67393a29/video.mp4?expires=1798200378&signature=SKTjlywzH6g3HYhSCV0G10P1ckSDm-93qXFneDI3Tzk","state":"succeeded","width":1280,"height":720,"duration":15,"thumbnail_url":"http://127.0.0.1:43523/files/tasks/a797e870-50fa-4780-9536-889b67393a29/thumbnail.webp?expires=1798200378&signature=QvB94zkmZMsdxkcanfXdWeI54v7n6XUbE4z_AgK4Vds","expires_at":1798200378,"engine":"scripted"}]}', 'pending', 1, NULL, '2026-11-25 12:07:18.831882+00', '2026-11-25 12:06:18.81785+00', NULL, '4fc2cb74-03d8-4ac5-9323-61714f32230c', NULL, NULL, NULL);


--
-- Data for Name: delivery_attempts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery_attempts VALUES ('2bc8523f-9aa5-46cd-8bdf-8482ae88427b', 1, '2026-11-25 12:06:18.629931+00', 200, NULL, 12);
INSERT INTO public.delivery_attempts VALUES ('1c205dfd-099c-4502-9730-c0873b2b7af9', 1, '2026-11-25 12:06:18.665554+00', 200, NULL, 3);
INSERT INTO public.delivery_attempts VALUES ('04d5e94e-ae97-4054-8f42-9e7e907aff61', 1, '2026-11-25 12:06:18.831882+00', 500, NULL, 5);


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (1, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:17.847553+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (2, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'submitting', '{"submission": 1}', '2026-11-25 12:06:17.864451+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (3, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'running', '{}', '2026-11-25 12:06:17.870147+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (4, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'storing', '{}', '2026-11-25 12:06:18.323184+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (5, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'succeeded', '{"bytes": 14033}', '2026-11-25 12:06:18.602094+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (6, '20473484-7d83-41a6-840e-10c37cd298de', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:18.640314+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (7, '20473484-7d83-41a6-840e-10c37cd298de', 'submitting', '{"submission": 1}', '2026-11-25 12:06:18.650173+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (8, '20473484-7d83-41a6-840e-10c37cd298de', 'running', '{}', '2026-11-25 12:06:18.652711+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (9, '20473484-7d83-41a6-840e-10c37cd298de', 'failed', '{"kind": "api_error", "message": "the lamp broke"}', '2026-11-25 12:06:18.654919+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (10, 'a797e870-50fa-4780-9536-889b67393a29', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:18.760184+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (11, 'a797e870-50fa-4780-9536-889b67393a29', 'submitting', '{"submission": 1}', '2026-11-25 12:06:18.769852+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (12, 'a797e870-50fa-4780-9536-889b67393a29', 'running', '{}', '2026-11-25 12:06:18.772164+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (13, 'a797e870-50fa-4780-9536-889b67393a29', 'storing', '{}', '2026-11-25 12:06:18.773977+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (14, 'a797e870-50fa-4780-9536-889b67393a29', 'succeeded', '{"bytes": 14033}', '2026-11-25 12:06:18.81785+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (15, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:18.88017+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (16, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'submitting', '{"submission": 1}', '2026-11-25 12:06:18.888309+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (17, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'running', '{}', '2026-11-25 12:06:18.889766+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (18, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'storing', '{}', '2026-11-25 12:06:18.891533+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (19, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'succeeded', '{"bytes": 14033}', '2026-11-25 12:06:18.932138+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (20, 'ae79745a-726b-4882-a087-346eb7801ad7', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:19.158408+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (21, 'ae79745a-726b-4882-a087-346eb7801ad7', 'submitting', '{"submission": 1}', '2026-11-25 12:06:19.16774+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (22, 'ae79745a-726b-4882-a087-346eb7801ad7', 'running', '{}', '2026-11-25 12:06:19.169423+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (23, '66f21363-0b9b-4b48-be4a-f56e469ea290', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:19.274932+00');


--
-- Data for Name: idempotency_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.idempotency_keys VALUES ('b52fee61-51eb-4c8c-a757-11092b23ac4a', 'a-request-that-is-sent-again', 'c1a889e453b286d1ff80ed6905cbc26cb26772b38b331b1e9d035df2990b0303', '3c0d1382-1aee-45f7-8512-3f0786bd6478', '2026-11-25 12:06:18.88017+00');


--
-- Data for Name: identities; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.identities VALUES ('5b4f1923-e30e-49ed-8a23-88fafc3f4306', '5b4f1923-e30e-49ed-8a23-88fafc3f4306', 'credential', '5b4f1923-e30e-49ed-8a23-88fafc3f4306', NULL, NULL, NULL, NULL, NULL, NULL, '8b2c10d91cc78e8f5cca968f3decaba9:37f8e6db41a163ed87d47fd28da6c39c46cf7bb529dcd1caec46e0654c0dab97afd01e20e41dacbfb5c95e23ce176d7aa2a7b3e2be4b3c2d1a1fed3ba453f8cb', '2026-11-25 12:06:19.050436+00', '2026-11-25 12:06:19.050436+00');


--
-- Data for Name: inbox_items; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: inboxes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.inboxes VALUES ('5f45146f-d114-4276-be02-c3ca68ee8fef', '4fc2cb74-03d8-4ac5-9323-61714f32230c', 'oVFqsG9ZYXDZeID7Rv_e5S4jmWKt-i8Y', '2026-11-25 12:06:19.140701+00', '2026-11-26 12:06:19.140701+00');


--
-- Data for Name: invites; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.invites VALUES ('8e516864-07e5-4ad8-bbbb-6d6504fece4d', '\xfa4fa864a86f00e52dfc29010c929fa715a5be9cb7fd305836ab38a57cf73686', NULL, 'administrator', '2026-11-25 12:06:19.149913+00', '2026-12-02 12:06:19.149913+00', NULL);


--
-- Data for Name: ledger_entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (1, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'reserve', 15, DEFAULT, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:17.847553+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (2, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'settle', 15, DEFAULT, 'd5bd887e-c36f-47b4-a64c-114941a8d69a', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.602094+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (3, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'reserve', 15, DEFAULT, '20473484-7d83-41a6-840e-10c37cd298de', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.640314+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (4, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'release', 15, DEFAULT, '20473484-7d83-41a6-840e-10c37cd298de', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.654919+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (5, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'reserve', 15, DEFAULT, 'a797e870-50fa-4780-9536-889b67393a29', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.760184+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (6, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'settle', 15, DEFAULT, 'a797e870-50fa-4780-9536-889b67393a29', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.81785+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (7, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'reserve', 15, DEFAULT, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.88017+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (8, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'settle', 15, DEFAULT, '3c0d1382-1aee-45f7-8512-3f0786bd6478', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:18.932138+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (9, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'reserve', 15, DEFAULT, 'ae79745a-726b-4882-a087-346eb7801ad7', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:19.158408+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (10, '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'reserve', 15, DEFAULT, '66f21363-0b9b-4b48-be4a-f56e469ea290', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', NULL, '2026-11-25 12:06:19.274932+00');


--
-- Data for Name: migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migrations VALUES ('0001_tasks.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0002_engine_details.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0003_credits.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0004_people.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0005_console.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0006_tried_engines.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0007_account_limits.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0008_access.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0009_sources.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0010_webhook_endpoints.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0011_open_tasks.sql', '2026-11-25 12:06:17.645115+00');
INSERT INTO public.migrations VALUES ('0012_many_tasks.sql', '2026-11-25 12:06:17.645115+00');


--
-- Data for Name: rate_limits; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rate_limits VALUES ('login-address:127.0.0.1', 1, 1795609278992);
INSERT INTO public.rate_limits VALUES ('register:127.0.0.1', 1, 1795611978994);
INSERT INTO public.rate_limits VALUES ('create-account:4fc2cb74-03d8-4ac5-9323-61714f32230c', 7, 1795608437841);
INSERT INTO public.rate_limits VALUES ('create-key:b52fee61-51eb-4c8c-a757-11092b23ac4a', 6, 1795608437842);


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sessions VALUES ('8b5b770c-7d5d-40cd-b510-c59a51479c83', '5b4f1923-e30e-49ed-8a23-88fafc3f4306', '7fxdG8qWV73mPIhHghZ1KSkt2GA3tTfJ', '2026-12-25 12:06:19.12+00', '127.0.0.1', 'node', '2026-11-25 12:06:19.12+00', '2026-11-25 12:06:19.12+00');


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tasks VALUES ('20473484-7d83-41a6-840e-10c37cd298de', '62f14a15-b548-4581-8ec2-14dc68622cee', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'failed', 0, 'sora-2', 'scripted', 'sora-2:task_01m899jz8gcj603c30zyg0nf8t', '{"async": true, "model": "sora-2", "prompt": "[fail: the lamp broke] a film that failed", "callback_url": "http://receiver.of-a-stored-database/failed"}', '{"seed": 539855322, "model": "sora-2", "width": 1280, "height": 720, "prompt": "[fail: the lamp broke] a film that failed", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/failed', NULL, NULL, 1, NULL, NULL, 'api_error', 'the lamp broke', '2026-11-25 12:06:18.640314+00', '2026-11-25 12:06:18.64739+00', '2026-11-25 12:06:18.654919+00', '2026-12-25 12:06:18.654919+00', NULL, '{}');
INSERT INTO public.tasks VALUES ('d5bd887e-c36f-47b4-a64c-114941a8d69a', '83814281-3d5d-4538-88f2-86f4af1a3c6a', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m899jyfqsvjxqv1fwrvx1kb8', '{"async": true, "model": "sora-2", "prompt": "a film that is done", "callback_url": "http://receiver.of-a-stored-database/done"}', '{"seed": 2905089412, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that is done", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/done', NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 12:06:17.847553+00', '2026-11-25 12:06:17.86196+00', '2026-11-25 12:06:18.602094+00', '2026-12-25 12:06:18.602094+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}', '{}');
INSERT INTO public.tasks VALUES ('a797e870-50fa-4780-9536-889b67393a29', '71204f40-cbd2-4033-aa56-3fbc87105d8d', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m899jzc8y76a0f1aajahyq50', '{"async": true, "model": "sora-2", "prompt": "a film of which nobody took the news", "callback_url": "http://receiver.of-a-stored-database/untold"}', '{"seed": 3713959648, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film of which nobody took the news", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/untold', NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 12:06:18.760184+00', '2026-11-25 12:06:18.767872+00', '2026-11-25 12:06:18.81785+00', '2026-12-25 12:06:18.81785+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}', '{}');
INSERT INTO public.tasks VALUES ('3c0d1382-1aee-45f7-8512-3f0786bd6478', 'ef9b41a6-e1fb-44c1-9637-ba616929a931', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m899jzg0yakn9jb2f12s0xs6', '{"async": true, "model": "sora-2", "prompt": "a film that is asked for again"}', '{"seed": 206618391, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that is asked for again", "seconds": 15, "version": "1.0"}', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 12:06:18.88017+00', '2026-11-25 12:06:18.886976+00', '2026-11-25 12:06:18.932138+00', '2026-12-25 12:06:18.932138+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}', '{}');
INSERT INTO public.tasks VALUES ('ae79745a-726b-4882-a087-346eb7801ad7', 'c9129ca6-4345-4854-b378-007e7f517a72', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'running', 0, 'sora-2', 'scripted', 'sora-2:task_01m899jzrp3bhmrm7ntmr2200k', '{"async": true, "model": "sora-2", "prompt": "[slow 3s] a film that is being made", "callback_url": "http://receiver.of-a-stored-database/running"}', '{"seed": 2277262102, "model": "sora-2", "width": 1280, "height": 720, "prompt": "[slow 3s] a film that is being made", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/running', NULL, '{"id": "5dce0957-abc2-4fda-b5dd-576e61171397", "film": {"width": 1280, "height": 720, "seconds": 15}, "script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 3, "queueSeconds": 0, "startSeconds": 0}, "startedAt": 1795608379169, "workDirectory": "/data-of-a-stored-database/work/ae79745a-726b-4882-a087-346eb7801ad7"}', 1, '846136b3-6a77-4197-8cda-ab8d4dbbd9af', 'worker-of-a-stored-database', NULL, NULL, '2026-11-25 12:06:19.158408+00', '2026-11-25 12:06:19.165737+00', NULL, NULL, NULL, '{}');
INSERT INTO public.tasks VALUES ('66f21363-0b9b-4b48-be4a-f56e469ea290', '3c5e2e8f-e90d-4dff-9842-2e10f506bafe', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'queued', 0, 'sora-2', 'scripted', 'sora-2:task_01m899jzwaqkebqv5wbw1p0dxc', '{"async": true, "model": "sora-2", "prompt": "a film that waits", "callback_url": "http://receiver.of-a-stored-database/waiting"}', '{"seed": 121778134, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that waits", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/waiting', NULL, NULL, 0, NULL, NULL, NULL, NULL, '2026-11-25 12:06:19.274932+00', NULL, NULL, NULL, NULL, '{}');


--
-- Data for Name: uploads; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: usage_records; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.usage_records VALUES ('d5bd887e-c36f-47b4-a64c-114941a8d69a', '83814281-3d5d-4538-88f2-86f4af1a3c6a', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'sora-2', '1.0', 15, 1280, 720, 'succeeded', 200, 15, '2026-11-25 12:06:17.847553+00', '2026-11-25 12:06:18.602094+00', 0.740134);
INSERT INTO public.usage_records VALUES ('20473484-7d83-41a6-840e-10c37cd298de', '62f14a15-b548-4581-8ec2-14dc68622cee', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'sora-2', '1.0', 15, 1280, 720, 'failed', 500, 0, '2026-11-25 12:06:18.640314+00', '2026-11-25 12:06:18.654919+00', 0.007529);
INSERT INTO public.usage_records VALUES ('a797e870-50fa-4780-9536-889b67393a29', '71204f40-cbd2-4033-aa56-3fbc87105d8d', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'sora-2', '1.0', 15, 1280, 720, 'succeeded', 200, 15, '2026-11-25 12:06:18.760184+00', '2026-11-25 12:06:18.81785+00', 0.049978);
INSERT INTO public.usage_records VALUES ('3c0d1382-1aee-45f7-8512-3f0786bd6478', 'ef9b41a6-e1fb-44c1-9637-ba616929a931', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'sora-2', '1.0', 15, 1280, 720, 'succeeded', 200, 15, '2026-11-25 12:06:18.88017+00', '2026-11-25 12:06:18.932138+00', 0.045162);
INSERT INTO public.usage_records VALUES ('ae79745a-726b-4882-a087-346eb7801ad7', 'c9129ca6-4345-4854-b378-007e7f517a72', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'sora-2', '1.0', 15, 1280, 720, 'open', NULL, 15, '2026-11-25 12:06:19.158408+00', NULL, NULL);
INSERT INTO public.usage_records VALUES ('66f21363-0b9b-4b48-be4a-f56e469ea290', '3c5e2e8f-e90d-4dff-9842-2e10f506bafe', '4fc2cb74-03d8-4ac5-9323-61714f32230c', '2f4030fc-a7cc-4182-b219-f766de0d9ba6', 'b52fee61-51eb-4c8c-a757-11092b23ac4a', 'sora-2', '1.0', 15, 1280, 720, 'open', NULL, 15, '2026-11-25 12:06:19.274932+00', NULL, NULL);


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.users VALUES ('5b4f1923-e30e-49ed-8a23-88fafc3f4306', 'The director', 'director@example.com', false, NULL, '4fc2cb74-03d8-4ac5-9323-61714f32230c', 'administrator', '2026-11-25 12:06:19.050436+00', '2026-11-25 12:06:19.050436+00');


--
-- Data for Name: verifications; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: webhook_endpoints; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.webhook_endpoints VALUES ('e5c91661-ee80-4517-a1be-bc8383fd8986', '4fc2cb74-03d8-4ac5-9323-61714f32230c', 'studio', 'https://example.com/told', '{video.completed}', 'whsec_Pk68LrVh1IxYRkTm4cIGS85bd8q8o+g3KHzIz6UTVeU=', NULL, NULL, NULL, 0, NULL, '2026-11-25 12:06:19.154009+00', '2026-11-25 12:06:19.154009+00');


--
-- Name: events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.events_id_seq', 23, true);


--
-- Name: ledger_entries_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ledger_entries_id_seq', 10, true);


--
-- Name: bam bam_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.bam
    ADD CONSTRAINT bam_pkey PRIMARY KEY (id);


--
-- Name: instance instance_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.instance
    ADD CONSTRAINT instance_pkey PRIMARY KEY (id);


--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);


--
-- Name: job_common job_common_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.job_common
    ADD CONSTRAINT job_common_pkey PRIMARY KEY (name, id);


--
-- Name: job_dependency job_dependency_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.job_dependency
    ADD CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id);


--
-- Name: queue queue_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);


--
-- Name: queue_stats queue_stats_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue_stats
    ADD CONSTRAINT queue_stats_pkey PRIMARY KEY (id, captured_on);


--
-- Name: queue_stats_20261125 queue_stats_20261125_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue_stats_20261125
    ADD CONSTRAINT queue_stats_20261125_pkey PRIMARY KEY (id, captured_on);


--
-- Name: queue_stats_20261126 queue_stats_20261126_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue_stats_20261126
    ADD CONSTRAINT queue_stats_20261126_pkey PRIMARY KEY (id, captured_on);


--
-- Name: schedule schedule_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name, key);


--
-- Name: subscription subscription_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);


--
-- Name: version version_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);


--
-- Name: warning warning_pkey; Type: CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);


--
-- Name: api_keys api_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);


--
-- Name: api_keys api_keys_previous_sha256_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_previous_sha256_key UNIQUE (previous_sha256);


--
-- Name: api_keys api_keys_sha256_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_sha256_key UNIQUE (sha256);


--
-- Name: applications applications_account_id_service_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_account_id_service_key UNIQUE (account_id, service);


--
-- Name: applications applications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_pkey PRIMARY KEY (id);


--
-- Name: assets assets_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_key_key UNIQUE (key);


--
-- Name: assets assets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_pkey PRIMARY KEY (id);


--
-- Name: assets assets_task_id_kind_position_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_task_id_kind_position_key UNIQUE (task_id, kind, "position");


--
-- Name: deliveries deliveries_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_once UNIQUE NULLS NOT DISTINCT (task_id, endpoint_id);


--
-- Name: deliveries deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);


--
-- Name: delivery_attempts delivery_attempts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_attempts
    ADD CONSTRAINT delivery_attempts_pkey PRIMARY KEY (delivery_id, number);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);


--
-- Name: idempotency_keys idempotency_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (key_id, idempotency_key);


--
-- Name: identities identities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (id);


--
-- Name: identities identities_provider_id_account_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_provider_id_account_id_key UNIQUE (provider_id, account_id);


--
-- Name: inbox_items inbox_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inbox_items
    ADD CONSTRAINT inbox_items_pkey PRIMARY KEY (id);


--
-- Name: inboxes inboxes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inboxes
    ADD CONSTRAINT inboxes_pkey PRIMARY KEY (id);


--
-- Name: inboxes inboxes_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inboxes
    ADD CONSTRAINT inboxes_token_key UNIQUE (token);


--
-- Name: invites invites_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invites
    ADD CONSTRAINT invites_pkey PRIMARY KEY (id);


--
-- Name: invites invites_sha256_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invites
    ADD CONSTRAINT invites_sha256_key UNIQUE (sha256);


--
-- Name: ledger_entries ledger_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (id);


--
-- Name: migrations migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);


--
-- Name: rate_limits rate_limits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (key);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);


--
-- Name: sessions sessions_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_key UNIQUE (token);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);


--
-- Name: uploads uploads_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_key_key UNIQUE (key);


--
-- Name: uploads uploads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (id);


--
-- Name: usage_records usage_records_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_records
    ADD CONSTRAINT usage_records_pkey PRIMARY KEY (task_id);


--
-- Name: users users_account_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_account_id_key UNIQUE (account_id);


--
-- Name: users users_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: verifications verifications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verifications
    ADD CONSTRAINT verifications_pkey PRIMARY KEY (id);


--
-- Name: webhook_endpoints webhook_endpoints_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (id);


--
-- Name: job_common_i1; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i1 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::pgboss.job_state) AND (policy = 'short'::text));


--
-- Name: job_common_i10; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i10 ON pgboss.job_common USING btree (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE ((state < 'active'::pgboss.job_state) AND (NOT blocked) AND (policy = 'key_strict_fifo'::text));


--
-- Name: job_common_i11; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i11 ON pgboss.job_common USING btree (name, priority DESC, created_on, start_after) WHERE ((state < 'active'::pgboss.job_state) AND (NOT blocked));


--
-- Name: job_common_i12; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i12 ON pgboss.job_common USING btree (source_root_id) WHERE (source_root_id IS NOT NULL);


--
-- Name: job_common_i13; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i13 ON pgboss.job_common USING btree (name, singleton_key) WHERE ((state = 'created'::pgboss.job_state) AND upsert_by_key);


--
-- Name: job_common_i14; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i14 ON pgboss.job_common USING btree (name, state, blocked, start_after) WHERE (state = ANY (ARRAY['created'::pgboss.job_state, 'retry'::pgboss.job_state, 'active'::pgboss.job_state, 'failed'::pgboss.job_state]));


--
-- Name: job_common_i15; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i15 ON pgboss.job_common USING btree (name, created_on);


--
-- Name: job_common_i16; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i16 ON pgboss.job_common USING btree (name, completed_on) WHERE (completed_on IS NOT NULL);


--
-- Name: job_common_i17; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i17 ON pgboss.job_common USING btree (name, singleton_key, created_on) WHERE ((state < 'active'::pgboss.job_state) AND (singleton_key IS NOT NULL));


--
-- Name: job_common_i2; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i2 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::pgboss.job_state) AND (policy = 'singleton'::text));


--
-- Name: job_common_i3; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i3 ON pgboss.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'stately'::text));


--
-- Name: job_common_i4; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i4 ON pgboss.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::pgboss.job_state) AND (singleton_on IS NOT NULL));


--
-- Name: job_common_i6; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i6 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'exclusive'::text));


--
-- Name: job_common_i7; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i7 ON pgboss.job_common USING btree (name, group_id) WHERE ((state = 'active'::pgboss.job_state) AND (group_id IS NOT NULL));


--
-- Name: job_common_i8; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE UNIQUE INDEX job_common_i8 ON pgboss.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::pgboss.job_state, 'retry'::pgboss.job_state, 'failed'::pgboss.job_state])) AND (policy = 'key_strict_fifo'::text));


--
-- Name: job_common_i9; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_common_i9 ON pgboss.job_common USING btree (name, id) WHERE (blocking AND (state = 'completed'::pgboss.job_state));


--
-- Name: job_dep_parent_idx; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX job_dep_parent_idx ON pgboss.job_dependency USING btree (parent_name, parent_id);


--
-- Name: queue_stats_i1; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX queue_stats_i1 ON ONLY pgboss.queue_stats USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);


--
-- Name: queue_stats_20261125_name_captured_on_deferred_count_queued_idx; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX queue_stats_20261125_name_captured_on_deferred_count_queued_idx ON pgboss.queue_stats_20261125 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);


--
-- Name: queue_stats_20261126_name_captured_on_deferred_count_queued_idx; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX queue_stats_20261126_name_captured_on_deferred_count_queued_idx ON pgboss.queue_stats_20261126 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);


--
-- Name: warning_i1; Type: INDEX; Schema: pgboss; Owner: -
--

CREATE INDEX warning_i1 ON pgboss.warning USING btree (created_on DESC);


--
-- Name: api_keys_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_keys_of_account ON public.api_keys USING btree (account_id, created_at);


--
-- Name: console_key_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX console_key_of_account ON public.api_keys USING btree (account_id) WHERE console;


--
-- Name: deliveries_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deliveries_of_account ON public.deliveries USING btree (account_id, created_at DESC, id);


--
-- Name: deliveries_of_account_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deliveries_of_account_by_state ON public.deliveries USING btree (account_id, created_at DESC, id) WHERE (state <> 'delivered'::text);


--
-- Name: deliveries_of_endpoint; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deliveries_of_endpoint ON public.deliveries USING btree (endpoint_id, created_at DESC, id) WHERE (endpoint_id IS NOT NULL);


--
-- Name: deliveries_pending; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deliveries_pending ON public.deliveries USING btree (next_attempt_at) WHERE (state = 'pending'::text);


--
-- Name: events_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_of_task ON public.events USING btree (task_id, id);


--
-- Name: idempotency_keys_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idempotency_keys_of_task ON public.idempotency_keys USING btree (task_id);


--
-- Name: identities_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identities_of_user ON public.identities USING btree (user_id);


--
-- Name: inboxes_expiring; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX inboxes_expiring ON public.inboxes USING btree (expires_at);


--
-- Name: inboxes_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX inboxes_of_account ON public.inboxes USING btree (account_id, created_at DESC);


--
-- Name: items_of_inbox; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX items_of_inbox ON public.inbox_items USING btree (inbox_id, at DESC);


--
-- Name: ledger_of_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_of_application ON public.ledger_entries USING btree (application_id, id DESC);


--
-- Name: reserved_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reserved_once ON public.ledger_entries USING btree (task_id) WHERE (kind = 'reserve'::text);


--
-- Name: sessions_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id);


--
-- Name: settled_or_released_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX settled_or_released_once ON public.ledger_entries USING btree (task_id) WHERE (kind = ANY (ARRAY['settle'::text, 'release'::text]));


--
-- Name: tasks_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_end ON public.tasks USING btree (finished_at) WHERE (finished_at IS NOT NULL);


--
-- Name: tasks_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_time ON public.tasks USING btree (created_at DESC, id DESC);


--
-- Name: tasks_expiring; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_expiring ON public.tasks USING btree (expires_at) WHERE (expires_at IS NOT NULL);


--
-- Name: tasks_made_by_engine; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_made_by_engine ON public.tasks USING btree (engine, created_at DESC) WHERE (state = 'succeeded'::text);


--
-- Name: tasks_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_of_account ON public.tasks USING btree (account_id, created_at DESC, id);


--
-- Name: tasks_of_account_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_of_account_by_state ON public.tasks USING btree (account_id, state, created_at DESC, id DESC);


--
-- Name: tasks_of_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_of_key ON public.tasks USING btree (key_id, created_at DESC, id DESC);


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (created_at) WHERE (state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text]));


--
-- Name: tasks_open_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open_of_account ON public.tasks USING btree (account_id) WHERE (state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text]));


--
-- Name: tasks_open_of_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open_of_key ON public.tasks USING btree (key_id) WHERE (state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text]));


--
-- Name: uploads_expiring; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_expiring ON public.uploads USING btree (expires_at);


--
-- Name: uploads_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_of_account ON public.uploads USING btree (account_id, created_at DESC);


--
-- Name: usage_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_of_account ON public.usage_records USING btree (account_id, created_at DESC, task_id);


--
-- Name: usage_of_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_of_key ON public.usage_records USING btree (key_id, created_at DESC, task_id DESC);


--
-- Name: verifications_by_identifier; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier);


--
-- Name: webhook_endpoints_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_endpoints_of_account ON public.webhook_endpoints USING btree (account_id, created_at DESC, id);


--
-- Name: job_common_pkey; Type: INDEX ATTACH; Schema: pgboss; Owner: -
--

ALTER INDEX pgboss.job_pkey ATTACH PARTITION pgboss.job_common_pkey;


--
-- Name: queue_stats_20261125_name_captured_on_deferred_count_queued_idx; Type: INDEX ATTACH; Schema: pgboss; Owner: -
--

ALTER INDEX pgboss.queue_stats_i1 ATTACH PARTITION pgboss.queue_stats_20261125_name_captured_on_deferred_count_queued_idx;


--
-- Name: queue_stats_20261125_pkey; Type: INDEX ATTACH; Schema: pgboss; Owner: -
--

ALTER INDEX pgboss.queue_stats_pkey ATTACH PARTITION pgboss.queue_stats_20261125_pkey;


--
-- Name: queue_stats_20261126_name_captured_on_deferred_count_queued_idx; Type: INDEX ATTACH; Schema: pgboss; Owner: -
--

ALTER INDEX pgboss.queue_stats_i1 ATTACH PARTITION pgboss.queue_stats_20261126_name_captured_on_deferred_count_queued_idx;


--
-- Name: queue_stats_20261126_pkey; Type: INDEX ATTACH; Schema: pgboss; Owner: -
--

ALTER INDEX pgboss.queue_stats_pkey ATTACH PARTITION pgboss.queue_stats_20261126_pkey;


--
-- Name: accounts account_changed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER account_changed AFTER UPDATE OF disabled_at ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.tell_access_changed();


--
-- Name: api_keys key_changed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER key_changed AFTER UPDATE OF revoked_at, expires_at, sha256, previous_until ON public.api_keys FOR EACH ROW EXECUTE FUNCTION public.tell_access_changed();


--
-- Name: ledger_entries ledger_is_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER ledger_is_append_only BEFORE DELETE OR UPDATE ON public.ledger_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- Name: sessions session_ended; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER session_ended AFTER DELETE ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.tell_access_changed();


--
-- Name: job_common dlq_fkey; Type: FK CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.job_common
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;


--
-- Name: job_common q_fkey; Type: FK CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.job_common
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;


--
-- Name: queue queue_dead_letter_fkey; Type: FK CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name);


--
-- Name: schedule schedule_name_fkey; Type: FK CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;


--
-- Name: subscription subscription_name_fkey; Type: FK CONSTRAINT; Schema: pgboss; Owner: -
--

ALTER TABLE ONLY pgboss.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;


--
-- Name: api_keys api_keys_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: applications applications_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: assets assets_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_task_id_fkey FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;


--
-- Name: deliveries deliveries_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: deliveries deliveries_endpoint_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES public.webhook_endpoints(id) ON DELETE CASCADE;


--
-- Name: delivery_attempts delivery_attempts_delivery_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_attempts
    ADD CONSTRAINT delivery_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id) ON DELETE CASCADE;


--
-- Name: events events_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_task_id_fkey FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;


--
-- Name: idempotency_keys idempotency_keys_key_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.api_keys(id) ON DELETE CASCADE;


--
-- Name: idempotency_keys idempotency_keys_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_task_id_fkey FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;


--
-- Name: identities identities_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: inbox_items inbox_items_inbox_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inbox_items
    ADD CONSTRAINT inbox_items_inbox_id_fkey FOREIGN KEY (inbox_id) REFERENCES public.inboxes(id) ON DELETE CASCADE;


--
-- Name: inboxes inboxes_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inboxes
    ADD CONSTRAINT inboxes_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: ledger_entries ledger_entries_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id);


--
-- Name: sessions sessions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: tasks tasks_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: tasks tasks_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;


--
-- Name: tasks tasks_key_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.api_keys(id) ON DELETE CASCADE;


--
-- Name: uploads uploads_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: usage_records usage_records_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_records
    ADD CONSTRAINT usage_records_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: usage_records usage_records_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_records
    ADD CONSTRAINT usage_records_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;


--
-- Name: usage_records usage_records_key_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_records
    ADD CONSTRAINT usage_records_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.api_keys(id) ON DELETE CASCADE;


--
-- Name: users users_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: webhook_endpoints webhook_endpoints_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--



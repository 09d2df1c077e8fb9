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
    reopened boolean DEFAULT false NOT NULL,
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
    summed boolean DEFAULT false NOT NULL,
    CONSTRAINT ended_once CHECK (((state = 'open'::text) = (finished_at IS NULL))),
    CONSTRAINT usage_records_credits_check CHECK ((credits >= 0)),
    CONSTRAINT usage_records_state_check CHECK ((state = ANY (ARRAY['open'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);


--
-- Name: usage_sums; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.usage_sums (
    account_id uuid NOT NULL,
    day date NOT NULL,
    key_id uuid NOT NULL,
    model text NOT NULL,
    state text NOT NULL,
    tasks bigint NOT NULL,
    seconds double precision NOT NULL,
    credits bigint NOT NULL
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

INSERT INTO pgboss.job_common VALUES ('87c227ef-0f31-4e6b-807c-6246e6650a93', 'generate.scripted', 0, '{"subject": "87c227ef-0f31-4e6b-807c-6246e6650a93"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:38.03277+00', '2026-11-25 16:31:38.03277+00', '2026-11-25 16:31:38.063686+00', '2026-11-25 16:31:39.797567+00', '2026-12-09 16:31:38.03277+00', NULL, NULL, 'standard', '2026-11-25 16:31:38.063686+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('8d63ad75-4e60-8ba1-86ee-1e2207833a70', 'deliver', 0, '{"subject": "0cc77598-d86f-438b-befc-03c47034d778"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8/127.0.0.1:36803', NULL, '2026-11-25 16:31:39.756506+00', '2026-11-25 16:31:39.756506+00', '2026-11-25 16:31:39.78313+00', '2026-11-25 16:31:39.823155+00', '2026-12-09 16:31:39.756506+00', NULL, NULL, 'standard', '2026-11-25 16:31:39.78313+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('d3876ef0-4679-4b76-a21d-f5e2eec8456d', 'generate.scripted', 0, '{"subject": "d3876ef0-4679-4b76-a21d-f5e2eec8456d"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:39.855539+00', '2026-11-25 16:31:39.855539+00', '2026-11-25 16:31:39.864176+00', '2026-11-25 16:31:39.902256+00', '2026-12-09 16:31:39.855539+00', NULL, NULL, 'standard', '2026-11-25 16:31:39.864176+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('02cf8272-9cf3-8d3c-b2b8-d1a6ef59d617', 'deliver', 0, '{"subject": "eeb3ee29-7779-49b1-8b07-112c166a7be9"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8/127.0.0.1:36803', NULL, '2026-11-25 16:31:39.879517+00', '2026-11-25 16:31:39.879517+00', '2026-11-25 16:31:39.925271+00', '2026-11-25 16:31:39.943187+00', '2026-12-09 16:31:39.879517+00', NULL, NULL, 'standard', '2026-11-25 16:31:39.925271+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('0790584d-81f3-4a19-9528-fed521b5a20a', 'generate.scripted', 0, '{"subject": "0790584d-81f3-4a19-9528-fed521b5a20a"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.00501+00', '2026-11-25 16:31:40.00501+00', '2026-11-25 16:31:40.024478+00', '2026-11-25 16:31:40.148907+00', '2026-12-09 16:31:40.00501+00', NULL, NULL, 'standard', '2026-11-25 16:31:40.024478+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('5cda471b-c570-89c5-9a93-f05af23427f3', 'deliver', 0, '{"subject": "c1c4c41e-ffd6-48e0-b995-145cc968868f"}', 'created', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8/127.0.0.1:36803', NULL, '2026-11-25 16:32:40.155802+00', '2026-11-25 16:31:40.155802+00', NULL, NULL, '2026-12-09 16:32:40.155802+00', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('0eca0785-9436-8587-85c3-cf859de4c4d7', 'deliver', 0, '{"subject": "c1c4c41e-ffd6-48e0-b995-145cc968868f"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8/127.0.0.1:36803', NULL, '2026-11-25 16:31:40.127892+00', '2026-11-25 16:31:40.127892+00', '2026-11-25 16:31:40.137238+00', '2026-11-25 16:31:40.165976+00', '2026-12-09 16:31:40.127892+00', NULL, NULL, 'standard', '2026-11-25 16:31:40.137238+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('fdb0b585-ddba-4260-b63c-570a2e76444d', 'generate.scripted', 0, '{"subject": "fdb0b585-ddba-4260-b63c-570a2e76444d"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.156233+00', '2026-11-25 16:31:40.156233+00', '2026-11-25 16:31:40.191354+00', '2026-11-25 16:31:40.294509+00', '2026-12-09 16:31:40.156233+00', NULL, NULL, 'standard', '2026-11-25 16:31:40.191354+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('db7850cc-7503-430e-b2ac-82f68e07fae3', 'generate.scripted', 0, '{"subject": "db7850cc-7503-430e-b2ac-82f68e07fae3"}', 'active', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.754727+00', '2026-11-25 16:31:40.754727+00', '2026-11-25 16:31:40.765181+00', NULL, '2026-12-09 16:31:40.754727+00', NULL, NULL, 'standard', '2026-11-25 16:31:40.765181+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('7105a833-6e92-4a52-abf3-891636b31155', 'generate.scripted', -2, '{"subject": "7105a833-6e92-4a52-abf3-891636b31155"}', 'created', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.786797+00', '2026-11-25 16:31:40.786797+00', NULL, NULL, '2026-12-09 16:31:40.786797+00', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: job_dependency; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: queue; Type: TABLE DATA; Schema: pgboss; Owner: -
--

INSERT INTO pgboss.queue VALUES ('generate.scripted', 'standard', 10000, 0, false, NULL, 86400, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-25 16:31:37.74426+00', '2026-11-25 16:31:37.74426+00');
INSERT INTO pgboss.queue VALUES ('deliver', 'standard', 10000, 0, false, NULL, 86400, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-25 16:31:37.754649+00', '2026-11-25 16:31:37.754649+00');


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

INSERT INTO pgboss.version VALUES (46, NULL, '2026-11-25 16:31:37.752513+00', NULL, NULL, NULL);


--
-- Data for Name: warning; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts VALUES ('ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'The director', 'whsec_D5h9e/vl5JBMVahRY6tPXJg0kaI8csuCC7xFvoawLf4=', NULL, '2026-11-25 16:31:37.614309+00', NULL, NULL);


--
-- Data for Name: api_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.api_keys VALUES ('ba439763-cb23-4f99-a19a-eaa7f076e9d2', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'laptop', 'rushes_7qgs', '\x7928a9e6449359e7a05d757c548e887568af773051c9dbeb3c21ece547357318', NULL, NULL, '2026-11-25 16:31:40.712229+00', NULL, 0, NULL, NULL, NULL, false, 0);
INSERT INTO public.api_keys VALUES ('61ef824f-3384-471d-bed0-d67902295ff9', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'RUSHES_API_KEY', 'test-key-', '\xad0895dbecc52084a822c48b82b05157cd81430b0d9e8cb5fdb427e05d180743', NULL, NULL, '2026-11-25 16:31:37.614309+00', NULL, 75, '2026-11-25 16:31:40.786797+00', NULL, NULL, false, 2);


--
-- Data for Name: applications; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications VALUES ('a00cd547-c029-48c3-876d-0b613a0fbd25', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'sora-videos', '2026-11-25 16:31:37.614309+00', true, -75, 30, 45, NULL, NULL, 2);


--
-- Data for Name: assets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.assets VALUES ('cbe24720-1142-4184-afde-8ba887d9d4e6', '87c227ef-0f31-4e6b-807c-6246e6650a93', 'video', 0, 'tasks/87c227ef-0f31-4e6b-807c-6246e6650a93/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 16:31:39.756506+00');
INSERT INTO public.assets VALUES ('531c54ae-a50d-4c97-8ced-588480523280', '87c227ef-0f31-4e6b-807c-6246e6650a93', 'thumbnail', 0, 'tasks/87c227ef-0f31-4e6b-807c-6246e6650a93/thumbnail.webp', 'image/webp', 1270, 640, 360, NULL, '2026-11-25 16:31:39.756506+00');
INSERT INTO public.assets VALUES ('d45f6d89-05b0-4d14-bb2c-9a107a865c9e', '0790584d-81f3-4a19-9528-fed521b5a20a', 'video', 0, 'tasks/0790584d-81f3-4a19-9528-fed521b5a20a/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 16:31:40.127892+00');
INSERT INTO public.assets VALUES ('9671de1b-ae0e-4d60-8d8c-e1d6b865415e', '0790584d-81f3-4a19-9528-fed521b5a20a', 'thumbnail', 0, 'tasks/0790584d-81f3-4a19-9528-fed521b5a20a/thumbnail.webp', 'image/webp', 1270, 640, 360, NULL, '2026-11-25 16:31:40.127892+00');
INSERT INTO public.assets VALUES ('070797a5-eafe-4bb2-b128-7c1f45eae97c', 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'video', 0, 'tasks/fdb0b585-ddba-4260-b63c-570a2e76444d/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 16:31:40.275524+00');
INSERT INTO public.assets VALUES ('f6551fde-b67d-4dec-8add-0761e4fb1bc7', 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'thumbnail', 0, 'tasks/fdb0b585-ddba-4260-b63c-570a2e76444d/thumbnail.webp', 'image/webp', 1270, 640, 360, NULL, '2026-11-25 16:31:40.275524+00');


--
-- Data for Name: deliveries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deliveries VALUES ('0cc77598-d86f-438b-befc-03c47034d778', '87c227ef-0f31-4e6b-807c-6246e6650a93', 'http://receiver.of-a-stored-database/done', '{"success":true,"task_id":"87c227ef-0f31-4e6b-807c-6246e6650a93","trace_id":"7e7a874e-7933-442b-b013-dd1893229655","data":[{"id":"sora-2:task_01m89rrshfcpsazg7mza2b1c96","video_url":"http://127.0.0.1:36371/files/tasks/87c227ef-0f31-4e6b-807c-6246e6650a93/video.mp4?expires=1798216299&signature=joU6LFsBDNlWQpjlumzw2-gOM6gYxQZys4Y5WRkA6u4","state":"succeeded","width":1280,"height":720,"duration":15,"thumbnail_url":"http://127.0.0.1:36371/files/tasks/87c227ef-0f31-4e6b-807c-6246e6650a93/thumbnail.webp?expires=1798216299&signature=8DxHLMWR-A5hhrSYtnvSSgCn1FGXJsHHws9ZOwIWYN8","expires_at":1798216299,"engine":"scripted"}]}', 'delivered', 1, NULL, '2026-11-25 16:32:39.817853+00', '2026-11-25 16:31:39.756506+00', '2026-11-25 16:31:39.817853+00', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', NULL, NULL, NULL, false);
INSERT INTO public.deliveries VALUES ('eeb3ee29-7779-49b1-8b07-112c166a7be9', 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', 'http://receiver.of-a-stored-database/failed', '{"success":false,"task_id":"d3876ef0-4679-4b76-a21d-f5e2eec8456d","trace_id":"5be2720e-6b85-4914-964b-71bff56e5ca3","error":{"code":"api_error","message":"the lamp broke"}}', 'delivered', 1, NULL, '2026-11-25 16:32:39.936229+00', '2026-11-25 16:31:39.879517+00', '2026-11-25 16:31:39.936229+00', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', NULL, NULL, NULL, false);
INSERT INTO public.deliveries VALUES ('c1c4c41e-ffd6-48e0-b995-145cc968868f', '0790584d-81f3-4a19-9528-fed521b5a20a', 'http://receiver.of-a-stored-database/untold', '{"success":true,"task_id":"0790584d-81f3-4a19-9528-fed521b5a20a","trace_id":"1fff64f4-11ec-4974-99ba-cc6db2d34011","data":[{"id":"sora-2:task_01m89rrvf492ka95qrnfdhy42m","video_url":"http://127.0.0.1:36371/files/tasks/0790584d-81f3-4a19-9528-fed521b5a20a/video.mp4?expires=1798216300&signature=UbbRagAZBi3eD6Olr-eqyjM92H3zRVzLpSR3plARnds","state":"succeeded","width":1280,"height":720,"duration":15,"thumbnail_url":"http://127.0.0.1:36371/files/tasks/0790584d-81f3-4a19-9528-fed521b5a20a/thumbnail.webp?expires=1798216300&signature=tVHC7rSTV6J8wJqJVWbYPSauj3svT9pRuZHq7Yn-oNA","expires_at":1798216300,"engine":"scripted"}]}', 'pending', 1, NULL, '2026-11-25 16:32:40.155802+00', '2026-11-25 16:31:40.127892+00', NULL, 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', NULL, NULL, NULL, false);


--
-- Data for Name: delivery_attempts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery_attempts VALUES ('0cc77598-d86f-438b-befc-03c47034d778', 1, '2026-11-25 16:31:39.817853+00', 200, NULL, 25);
INSERT INTO public.delivery_attempts VALUES ('eeb3ee29-7779-49b1-8b07-112c166a7be9', 1, '2026-11-25 16:31:39.936229+00', 200, NULL, 3);
INSERT INTO public.delivery_attempts VALUES ('c1c4c41e-ffd6-48e0-b995-145cc968868f', 1, '2026-11-25 16:31:40.155802+00', 500, NULL, 8);


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (1, '87c227ef-0f31-4e6b-807c-6246e6650a93', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 16:31:38.03277+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (2, '87c227ef-0f31-4e6b-807c-6246e6650a93', 'submitting', '{"submission": 1}', '2026-11-25 16:31:38.073054+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (3, '87c227ef-0f31-4e6b-807c-6246e6650a93', 'running', '{}', '2026-11-25 16:31:38.089581+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (4, '87c227ef-0f31-4e6b-807c-6246e6650a93', 'storing', '{}', '2026-11-25 16:31:39.114524+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (5, '87c227ef-0f31-4e6b-807c-6246e6650a93', 'succeeded', '{"bytes": 14033}', '2026-11-25 16:31:39.756506+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (6, 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 16:31:39.855539+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (7, 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', 'submitting', '{"submission": 1}', '2026-11-25 16:31:39.867912+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (8, 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', 'running', '{}', '2026-11-25 16:31:39.872306+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (9, 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', 'failed', '{"kind": "api_error", "message": "the lamp broke"}', '2026-11-25 16:31:39.879517+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (10, '0790584d-81f3-4a19-9528-fed521b5a20a', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 16:31:40.00501+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (11, '0790584d-81f3-4a19-9528-fed521b5a20a', 'submitting', '{"submission": 1}', '2026-11-25 16:31:40.026759+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (12, '0790584d-81f3-4a19-9528-fed521b5a20a', 'running', '{}', '2026-11-25 16:31:40.028932+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (13, '0790584d-81f3-4a19-9528-fed521b5a20a', 'storing', '{}', '2026-11-25 16:31:40.032094+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (14, '0790584d-81f3-4a19-9528-fed521b5a20a', 'succeeded', '{"bytes": 14033}', '2026-11-25 16:31:40.127892+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (15, 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 16:31:40.156233+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (16, 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'submitting', '{"submission": 1}', '2026-11-25 16:31:40.193078+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (17, 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'running', '{}', '2026-11-25 16:31:40.197033+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (18, 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'storing', '{}', '2026-11-25 16:31:40.199902+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (19, 'fdb0b585-ddba-4260-b63c-570a2e76444d', 'succeeded', '{"bytes": 14033}', '2026-11-25 16:31:40.275524+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (20, 'db7850cc-7503-430e-b2ac-82f68e07fae3', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 16:31:40.754727+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (21, 'db7850cc-7503-430e-b2ac-82f68e07fae3', 'submitting', '{"submission": 1}', '2026-11-25 16:31:40.766415+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (22, 'db7850cc-7503-430e-b2ac-82f68e07fae3', 'running', '{}', '2026-11-25 16:31:40.771235+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (23, '7105a833-6e92-4a52-abf3-891636b31155', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 16:31:40.786797+00');


--
-- Data for Name: idempotency_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.idempotency_keys VALUES ('61ef824f-3384-471d-bed0-d67902295ff9', 'a-request-that-is-sent-again', 'c1a889e453b286d1ff80ed6905cbc26cb26772b38b331b1e9d035df2990b0303', 'fdb0b585-ddba-4260-b63c-570a2e76444d', '2026-11-25 16:31:40.156233+00');


--
-- Data for Name: identities; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.identities VALUES ('36f23539-30d4-4fe1-9225-139f317c2acc', '36f23539-30d4-4fe1-9225-139f317c2acc', 'credential', '36f23539-30d4-4fe1-9225-139f317c2acc', NULL, NULL, NULL, NULL, NULL, NULL, '439b2689e022e2acb027666f8a568497:4f9878dc97a95b04e5e49525731d3aacda9c145edad153ce6dcd74f4f8ec2e2a7feef549264ce351097e7fa9940074b185d6688521503c4543797f3edb6cdac9', '2026-11-25 16:31:40.487608+00', '2026-11-25 16:31:40.487608+00');


--
-- Data for Name: inbox_items; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: inboxes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.inboxes VALUES ('10780448-cad1-42a1-9240-7d308e74aabe', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'GOazVZwZA0J5afiuUWKDojE-WtlMyJxG', '2026-11-25 16:31:40.718136+00', '2026-11-26 16:31:40.718136+00');


--
-- Data for Name: invites; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.invites VALUES ('188d2679-7a3d-46b5-8cbb-79d6b0a620a9', '\xb614253f21f1b01061a1ad79ee2207dbf1d32c1270bd2da0a426ddebeebbd55c', NULL, 'administrator', '2026-11-25 16:31:40.740715+00', '2026-12-02 16:31:40.740715+00', NULL);


--
-- Data for Name: ledger_entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (1, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'reserve', 15, DEFAULT, '87c227ef-0f31-4e6b-807c-6246e6650a93', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:38.03277+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (2, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'settle', 15, DEFAULT, '87c227ef-0f31-4e6b-807c-6246e6650a93', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:39.756506+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (3, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'reserve', 15, DEFAULT, 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:39.855539+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (4, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'release', 15, DEFAULT, 'd3876ef0-4679-4b76-a21d-f5e2eec8456d', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:39.879517+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (5, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'reserve', 15, DEFAULT, '0790584d-81f3-4a19-9528-fed521b5a20a', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.00501+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (6, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'settle', 15, DEFAULT, '0790584d-81f3-4a19-9528-fed521b5a20a', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.127892+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (7, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'reserve', 15, DEFAULT, 'fdb0b585-ddba-4260-b63c-570a2e76444d', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.156233+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (8, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'settle', 15, DEFAULT, 'fdb0b585-ddba-4260-b63c-570a2e76444d', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.275524+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (9, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'reserve', 15, DEFAULT, 'db7850cc-7503-430e-b2ac-82f68e07fae3', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.754727+00');
INSERT INTO public.ledger_entries OVERRIDING SYSTEM VALUE VALUES (10, 'a00cd547-c029-48c3-876d-0b613a0fbd25', 'reserve', 15, DEFAULT, '7105a833-6e92-4a52-abf3-891636b31155', '61ef824f-3384-471d-bed0-d67902295ff9', NULL, '2026-11-25 16:31:40.786797+00');


--
-- Data for Name: migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migrations VALUES ('0001_tasks.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0002_engine_details.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0003_credits.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0004_people.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0005_console.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0006_tried_engines.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0007_account_limits.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0008_access.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0009_sources.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0010_webhook_endpoints.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0011_open_tasks.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0012_many_tasks.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0013_usage_sums.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0014_few_among_many.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0015_reopened_deliveries.sql', '2026-11-25 16:31:37.501493+00');
INSERT INTO public.migrations VALUES ('0016_usage_of_models.sql', '2026-11-25 16:31:37.501493+00');


--
-- Data for Name: rate_limits; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rate_limits VALUES ('login-address:127.0.0.1', 1, 1795625200395);
INSERT INTO public.rate_limits VALUES ('register:127.0.0.1', 1, 1795627900397);
INSERT INTO public.rate_limits VALUES ('create-account:ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 7, 1795624358022);
INSERT INTO public.rate_limits VALUES ('create-key:61ef824f-3384-471d-bed0-d67902295ff9', 6, 1795624358023);


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sessions VALUES ('5c068c3a-3b8f-4364-955c-ebc6ddb2a175', '36f23539-30d4-4fe1-9225-139f317c2acc', 'BGK1L4gbMMpnymaoWjeuTsiIYZQHaR57', '2026-12-25 16:31:40.649+00', '127.0.0.1', 'node', '2026-11-25 16:31:40.65+00', '2026-11-25 16:31:40.65+00');


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tasks VALUES ('87c227ef-0f31-4e6b-807c-6246e6650a93', '7e7a874e-7933-442b-b013-dd1893229655', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m89rrshfcpsazg7mza2b1c96', '{"async": true, "model": "sora-2", "prompt": "a film that is done", "callback_url": "http://receiver.of-a-stored-database/done"}', '{"seed": 3002354411, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that is done", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/done', NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 16:31:38.03277+00', '2026-11-25 16:31:38.073054+00', '2026-11-25 16:31:39.756506+00', '2026-12-25 16:31:39.756506+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}', '{}');
INSERT INTO public.tasks VALUES ('d3876ef0-4679-4b76-a21d-f5e2eec8456d', '5be2720e-6b85-4914-964b-71bff56e5ca3', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'failed', 0, 'sora-2', 'scripted', 'sora-2:task_01m89rrvaf8m11n15qr6a8ydcn', '{"async": true, "model": "sora-2", "prompt": "[fail: the lamp broke] a film that failed", "callback_url": "http://receiver.of-a-stored-database/failed"}', '{"seed": 329095532, "model": "sora-2", "width": 1280, "height": 720, "prompt": "[fail: the lamp broke] a film that failed", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/failed', NULL, NULL, 1, NULL, NULL, 'api_error', 'the lamp broke', '2026-11-25 16:31:39.855539+00', '2026-11-25 16:31:39.867912+00', '2026-11-25 16:31:39.879517+00', '2026-12-25 16:31:39.879517+00', NULL, '{}');
INSERT INTO public.tasks VALUES ('0790584d-81f3-4a19-9528-fed521b5a20a', '1fff64f4-11ec-4974-99ba-cc6db2d34011', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m89rrvf492ka95qrnfdhy42m', '{"async": true, "model": "sora-2", "prompt": "a film of which nobody took the news", "callback_url": "http://receiver.of-a-stored-database/untold"}', '{"seed": 1936731133, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film of which nobody took the news", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/untold', NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 16:31:40.00501+00', '2026-11-25 16:31:40.026759+00', '2026-11-25 16:31:40.127892+00', '2026-12-25 16:31:40.127892+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}', '{}');
INSERT INTO public.tasks VALUES ('fdb0b585-ddba-4260-b63c-570a2e76444d', '0d407ee2-4468-499e-aea6-e7f5c1eff795', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m89rrvkvhv48c12ahmt8nx57', '{"async": true, "model": "sora-2", "prompt": "a film that is asked for again"}', '{"seed": 34757125, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that is asked for again", "seconds": 15, "version": "1.0"}', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 16:31:40.156233+00', '2026-11-25 16:31:40.193078+00', '2026-11-25 16:31:40.275524+00', '2026-12-25 16:31:40.275524+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}', '{}');
INSERT INTO public.tasks VALUES ('db7850cc-7503-430e-b2ac-82f68e07fae3', '40bd7b2d-e4bb-4394-83cb-f7e532f38360', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'running', 0, 'sora-2', 'scripted', 'sora-2:task_01m89rrw6jc99fj6mk2een4xqc', '{"async": true, "model": "sora-2", "prompt": "[slow 3s] a film that is being made", "callback_url": "http://receiver.of-a-stored-database/running"}', '{"seed": 954274759, "model": "sora-2", "width": 1280, "height": 720, "prompt": "[slow 3s] a film that is being made", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/running', NULL, '{"id": "6604b571-0ac3-4ed6-b264-1a211b20d2a9", "film": {"width": 1280, "height": 720, "seconds": 15}, "script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 3, "queueSeconds": 0, "startSeconds": 0}, "startedAt": 1795624300768, "workDirectory": "/data-of-a-stored-database/work/db7850cc-7503-430e-b2ac-82f68e07fae3"}', 1, 'fb693f2d-a207-489c-9d85-0d0adb47848f', 'worker-of-a-stored-database', NULL, NULL, '2026-11-25 16:31:40.754727+00', '2026-11-25 16:31:40.766415+00', NULL, NULL, NULL, '{}');
INSERT INTO public.tasks VALUES ('7105a833-6e92-4a52-abf3-891636b31155', 'fa04b8ad-11cf-444b-8965-54b5ae0ad058', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'queued', 0, 'sora-2', 'scripted', 'sora-2:task_01m89rrw7j9xhfmdr18cwc92jq', '{"async": true, "model": "sora-2", "prompt": "a film that waits", "callback_url": "http://receiver.of-a-stored-database/waiting"}', '{"seed": 2819696404, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that waits", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/waiting', NULL, NULL, 0, NULL, NULL, NULL, NULL, '2026-11-25 16:31:40.786797+00', NULL, NULL, NULL, NULL, '{}');


--
-- Data for Name: uploads; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: usage_records; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.usage_records VALUES ('87c227ef-0f31-4e6b-807c-6246e6650a93', '7e7a874e-7933-442b-b013-dd1893229655', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'sora-2', '1.0', 15, 1280, 720, 'succeeded', 200, 15, '2026-11-25 16:31:38.03277+00', '2026-11-25 16:31:39.756506+00', 1.683452, false);
INSERT INTO public.usage_records VALUES ('d3876ef0-4679-4b76-a21d-f5e2eec8456d', '5be2720e-6b85-4914-964b-71bff56e5ca3', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'sora-2', '1.0', 15, 1280, 720, 'failed', 500, 0, '2026-11-25 16:31:39.855539+00', '2026-11-25 16:31:39.879517+00', 0.011605, false);
INSERT INTO public.usage_records VALUES ('0790584d-81f3-4a19-9528-fed521b5a20a', '1fff64f4-11ec-4974-99ba-cc6db2d34011', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'sora-2', '1.0', 15, 1280, 720, 'succeeded', 200, 15, '2026-11-25 16:31:40.00501+00', '2026-11-25 16:31:40.127892+00', 0.101133, false);
INSERT INTO public.usage_records VALUES ('fdb0b585-ddba-4260-b63c-570a2e76444d', '0d407ee2-4468-499e-aea6-e7f5c1eff795', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'sora-2', '1.0', 15, 1280, 720, 'succeeded', 200, 15, '2026-11-25 16:31:40.156233+00', '2026-11-25 16:31:40.275524+00', 0.082446, false);
INSERT INTO public.usage_records VALUES ('db7850cc-7503-430e-b2ac-82f68e07fae3', '40bd7b2d-e4bb-4394-83cb-f7e532f38360', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'sora-2', '1.0', 15, 1280, 720, 'open', NULL, 15, '2026-11-25 16:31:40.754727+00', NULL, NULL, false);
INSERT INTO public.usage_records VALUES ('7105a833-6e92-4a52-abf3-891636b31155', 'fa04b8ad-11cf-444b-8965-54b5ae0ad058', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'a00cd547-c029-48c3-876d-0b613a0fbd25', '61ef824f-3384-471d-bed0-d67902295ff9', 'sora-2', '1.0', 15, 1280, 720, 'open', NULL, 15, '2026-11-25 16:31:40.786797+00', NULL, NULL, false);


--
-- Data for Name: usage_sums; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.users VALUES ('36f23539-30d4-4fe1-9225-139f317c2acc', 'The director', 'director@example.com', false, NULL, 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'administrator', '2026-11-25 16:31:40.487608+00', '2026-11-25 16:31:40.487608+00');


--
-- Data for Name: verifications; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: webhook_endpoints; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.webhook_endpoints VALUES ('be19d096-8f35-444b-b5ef-090ae412c89a', 'ef6db1f5-1c5d-4e00-97ea-5a455e16a0b8', 'studio', 'https://example.com/told', '{video.completed}', 'whsec_k0mTgQFVp6GLdinfQR7F3jT6oi7qgZ67I+58t/tdZxQ=', NULL, NULL, NULL, 0, NULL, '2026-11-25 16:31:40.747286+00', '2026-11-25 16:31:40.747286+00');


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
-- Name: usage_sums usage_sums_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_sums
    ADD CONSTRAINT usage_sums_pkey PRIMARY KEY (account_id, day, key_id, model, state);


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
-- Name: tasks_without_film; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_without_film ON public.tasks USING btree (state, created_at DESC, id DESC) WHERE (state = ANY (ARRAY['failed'::text, 'cancelled'::text]));


--
-- Name: uploads_expiring; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_expiring ON public.uploads USING btree (expires_at);


--
-- Name: uploads_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_of_account ON public.uploads USING btree (account_id, created_at DESC);


--
-- Name: usage_not_summed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_not_summed ON public.usage_records USING btree (account_id) WHERE (NOT summed);


--
-- Name: usage_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_of_account ON public.usage_records USING btree (account_id, created_at DESC, task_id);


--
-- Name: usage_of_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_of_key ON public.usage_records USING btree (key_id, created_at DESC, task_id DESC);


--
-- Name: usage_of_model; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_of_model ON public.usage_records USING btree (account_id, model, created_at DESC, task_id DESC);


--
-- Name: usage_sums_of_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_sums_of_key ON public.usage_sums USING btree (key_id);


--
-- Name: usage_without_film; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_without_film ON public.usage_records USING btree (account_id, state, created_at DESC, task_id DESC) WHERE (state = ANY (ARRAY['failed'::text, 'cancelled'::text]));


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
-- Name: usage_sums usage_sums_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_sums
    ADD CONSTRAINT usage_sums_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: usage_sums usage_sums_key_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_sums
    ADD CONSTRAINT usage_sums_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.api_keys(id) ON DELETE CASCADE;


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



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
    created_at timestamp with time zone DEFAULT now() NOT NULL
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
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: applications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    service text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
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
    CONSTRAINT assets_kind_check CHECK ((kind = ANY (ARRAY['video'::text, 'thumbnail'::text, 'image'::text, 'character'::text])))
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
-- Name: migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migrations (
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
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
    CONSTRAINT failed_says_why CHECK (((state <> ALL (ARRAY['failed'::text, 'cancelled'::text])) OR (error_message IS NOT NULL))),
    CONSTRAINT finished_once CHECK (((state = ANY (ARRAY['succeeded'::text, 'failed'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT tasks_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT tasks_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
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

INSERT INTO pgboss.job_common VALUES ('fa45af3f-daff-4cda-8762-c11119a3ac48', 'generate.scripted', 0, '{"subject": "fa45af3f-daff-4cda-8762-c11119a3ac48"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:25.462984+00', '2026-11-25 12:06:25.462984+00', '2026-11-25 12:06:25.469883+00', '2026-11-25 12:06:26.237221+00', '2026-12-09 12:06:25.462984+00', NULL, NULL, 'standard', '2026-11-25 12:06:25.469883+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('2db43f7b-57d1-8722-b78f-5ee2fdb43685', 'deliver', 0, '{"subject": "be037682-26e6-4fe9-be96-0a77b077d488"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.217176+00', '2026-11-25 12:06:26.217176+00', '2026-11-25 12:06:26.227546+00', '2026-11-25 12:06:26.242819+00', '2026-12-09 12:06:26.217176+00', NULL, NULL, 'standard', '2026-11-25 12:06:26.227546+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('82b0e8e7-acd0-4081-af0c-b3b954a260c1', 'generate.scripted', 0, '{"subject": "82b0e8e7-acd0-4081-af0c-b3b954a260c1"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.334033+00', '2026-11-25 12:06:26.334033+00', '2026-11-25 12:06:26.337604+00', '2026-11-25 12:06:26.351403+00', '2026-12-09 12:06:26.334033+00', NULL, NULL, 'standard', '2026-11-25 12:06:26.337604+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('49486a58-aaf9-8cbb-9427-f2970befeb0a', 'deliver', 0, '{"subject": "a39d692d-f8bd-46b1-8b02-37b89fd8d37e"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.344719+00', '2026-11-25 12:06:26.344719+00', '2026-11-25 12:06:26.347838+00', '2026-11-25 12:06:26.354864+00', '2026-12-09 12:06:26.344719+00', NULL, NULL, 'standard', '2026-11-25 12:06:26.347838+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('d36a9f8b-daff-415f-9cf6-1607fe65623c', 'generate.scripted', 0, '{"subject": "d36a9f8b-daff-415f-9cf6-1607fe65623c"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.446953+00', '2026-11-25 12:06:26.446953+00', '2026-11-25 12:06:26.451388+00', '2026-11-25 12:06:26.893321+00', '2026-12-09 12:06:26.446953+00', NULL, NULL, 'standard', '2026-11-25 12:06:26.451388+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('15ab0e32-1e46-8b21-a19f-823aa6f30439', 'deliver', 0, '{"subject": "c392e4c1-1f49-468d-8df7-53f9c82ca31e"}', 'created', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:07:26.895703+00', '2026-11-25 12:06:26.895703+00', NULL, NULL, '2026-12-09 12:07:26.895703+00', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('ad0d81a7-984c-8bc7-bb79-03b5b0ca3f0a', 'deliver', 0, '{"subject": "c392e4c1-1f49-468d-8df7-53f9c82ca31e"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.884665+00', '2026-11-25 12:06:26.884665+00', '2026-11-25 12:06:26.889477+00', '2026-11-25 12:06:26.899242+00', '2026-12-09 12:06:26.884665+00', NULL, NULL, 'standard', '2026-11-25 12:06:26.889477+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('277e9bb7-5361-44f1-85e0-fa5376ba841f', 'generate.scripted', 0, '{"subject": "277e9bb7-5361-44f1-85e0-fa5376ba841f"}', 'completed', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.98775+00', '2026-11-25 12:06:26.98775+00', '2026-11-25 12:06:26.991128+00', '2026-11-25 12:06:27.388893+00', '2026-12-09 12:06:26.98775+00', NULL, NULL, 'standard', '2026-11-25 12:06:26.991128+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('1ef52237-d844-4dc1-80f9-81bb6fabb918', 'generate.scripted', 0, '{"subject": "1ef52237-d844-4dc1-80f9-81bb6fabb918"}', 'active', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:27.425019+00', '2026-11-25 12:06:27.425019+00', '2026-11-25 12:06:27.428152+00', NULL, '2026-12-09 12:06:27.425019+00', NULL, NULL, 'standard', '2026-11-25 12:06:27.428152+00', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('0642e6c8-ee7a-411d-9bec-827694100c0b', 'generate.scripted', -1, '{"subject": "0642e6c8-ee7a-411d-9bec-827694100c0b"}', 'created', 10000, 0, 0, false, NULL, 86400, 3600, NULL, NULL, NULL, NULL, '2026-11-25 12:06:27.536441+00', '2026-11-25 12:06:27.536441+00', NULL, NULL, '2026-12-09 12:06:27.536441+00', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: job_dependency; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: queue; Type: TABLE DATA; Schema: pgboss; Owner: -
--

INSERT INTO pgboss.queue VALUES ('generate.scripted', 'standard', 10000, 0, false, NULL, 86400, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-25 12:06:25.379861+00', '2026-11-25 12:06:25.379861+00');
INSERT INTO pgboss.queue VALUES ('deliver', 'standard', 10000, 0, false, NULL, 86400, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-25 12:06:25.385666+00', '2026-11-25 12:06:25.385666+00');


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

INSERT INTO pgboss.version VALUES (46, NULL, '2026-11-25 12:06:25.38651+00', '2026-11-25 12:06:25.38576+00', NULL, NULL);


--
-- Data for Name: warning; Type: TABLE DATA; Schema: pgboss; Owner: -
--



--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts VALUES ('be364019-8756-4946-ab02-a869e7d8a241', 'default', 'whsec_Oyu+YqqJ0pNLOJbg0lTltzi+dOMQCxMSRTDhJdRBkvM=', NULL, '2026-11-25 12:06:25.336075+00');


--
-- Data for Name: api_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.api_keys VALUES ('896ac38e-c928-4e18-8243-857f66ab1bb5', 'be364019-8756-4946-ab02-a869e7d8a241', 'RUSHES_API_KEY', 'test-key-', '\xad0895dbecc52084a822c48b82b05157cd81430b0d9e8cb5fdb427e05d180743', NULL, NULL, '2026-11-25 12:06:25.336075+00');


--
-- Data for Name: applications; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications VALUES ('c9204caa-a20c-4374-b740-31df0c5845f3', 'be364019-8756-4946-ab02-a869e7d8a241', 'sora-videos', '2026-11-25 12:06:25.336075+00');


--
-- Data for Name: assets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.assets VALUES ('ce4b7ebd-db21-4807-bbbe-437b59ab39b1', 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'video', 0, 'tasks/fa45af3f-daff-4cda-8762-c11119a3ac48/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 12:06:26.217176+00');
INSERT INTO public.assets VALUES ('b53f259c-fa5a-45ad-a279-10a8c19f5def', 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'thumbnail', 0, 'tasks/fa45af3f-daff-4cda-8762-c11119a3ac48/thumbnail.webp', 'image/webp', 1114, 640, 360, NULL, '2026-11-25 12:06:26.217176+00');
INSERT INTO public.assets VALUES ('7d6d9ef9-c77f-422d-9627-a90adee3f829', 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'video', 0, 'tasks/d36a9f8b-daff-415f-9cf6-1607fe65623c/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 12:06:26.884665+00');
INSERT INTO public.assets VALUES ('6e157457-5744-47f4-a634-85d77a827d7f', 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'thumbnail', 0, 'tasks/d36a9f8b-daff-415f-9cf6-1607fe65623c/thumbnail.webp', 'image/webp', 1114, 640, 360, NULL, '2026-11-25 12:06:26.884665+00');
INSERT INTO public.assets VALUES ('31bd7f65-f0c2-4db9-a1ec-5f4f3051b4d9', '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'video', 0, 'tasks/277e9bb7-5361-44f1-85e0-fa5376ba841f/video.mp4', 'video/mp4', 14033, 1280, 720, 15, '2026-11-25 12:06:27.384886+00');
INSERT INTO public.assets VALUES ('e71509ae-490e-4576-8253-9b744ae39d9d', '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'thumbnail', 0, 'tasks/277e9bb7-5361-44f1-85e0-fa5376ba841f/thumbnail.webp', 'image/webp', 1114, 640, 360, NULL, '2026-11-25 12:06:27.384886+00');


--
-- Data for Name: deliveries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deliveries VALUES ('be037682-26e6-4fe9-be96-0a77b077d488', 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'http://receiver.of-a-stored-database/done', '{"success":true,"task_id":"fa45af3f-daff-4cda-8762-c11119a3ac48","trace_id":"2a356eb7-ca90-4c2e-871d-df6637e1123e","data":[{"id":"sora-2:task_01m899k5xq10dyz75dtjv19fkh","video_url":"http://127.0.0.1:45185/files/tasks/fa45af3f-daff-4cda-8762-c11119a3ac48/video.mp4?expires=1798200386&signature=kxLzYHZOURwjkcDQb2k_q0BulVJS0517jiBL9jLujqM","state":"succeeded","width":1280,"height":720,"duration":15,"thumbnail_url":"http://127.0.0.1:45185/files/tasks/fa45af3f-daff-4cda-8762-c11119a3ac48/thumbnail.webp?expires=1798200386&signature=q_UZla-WcDfGFAOXSg8DfTpSl0qwA9ncZOw2K-pJmfM","expires_at":1798200386,"engine":"scripted"}]}', 'delivered', 1, NULL, '2026-11-25 12:06:26.240613+00', '2026-11-25 12:06:26.217176+00', '2026-11-25 12:06:26.240613+00');
INSERT INTO public.deliveries VALUES ('a39d692d-f8bd-46b1-8b02-37b89fd8d37e', '82b0e8e7-acd0-4081-af0c-b3b954a260c1', 'http://receiver.of-a-stored-database/failed', '{"success":false,"task_id":"82b0e8e7-acd0-4081-af0c-b3b954a260c1","trace_id":"3b508f41-27af-487e-883a-60b794193b9d","error":{"code":"api_error","message":"the lamp broke"}}', 'delivered', 1, NULL, '2026-11-25 12:06:26.353208+00', '2026-11-25 12:06:26.344719+00', '2026-11-25 12:06:26.353208+00');
INSERT INTO public.deliveries VALUES ('c392e4c1-1f49-468d-8df7-53f9c82ca31e', 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'http://receiver.of-a-stored-database/untold', '{"success":true,"task_id":"d36a9f8b-daff-415f-9cf6-1607fe65623c","trace_id":"6b978b1e-326a-4ed2-99a8-a797f6aeda8e","data":[{"id":"sora-2:task_01m899k6wfh2p25rqbrp76kzsn","video_url":"http://127.0.0.1:45185/files/tasks/d36a9f8b-daff-415f-9cf6-1607fe65623c/video.mp4?expires=1798200386&signature=qxbfHTNSPaGzAl9TvYq_kr0zrizWIQ1RbMeojaolJcE","state":"succeeded","width":1280,"height":720,"duration":15,"thumbnail_url":"http://127.0.0.1:45185/files/tasks/d36a9f8b-daff-415f-9cf6-1607fe65623c/thumbnail.webp?expires=1798200386&signature=PEHQGWvlD3HJ8r-tFxWrRomvhOAbrIdxSUeP8sYY0Lw","expires_at":1798200386,"engine":"scripted"}]}', 'pending', 1, NULL, '2026-11-25 12:07:26.895703+00', '2026-11-25 12:06:26.884665+00', NULL);


--
-- Data for Name: delivery_attempts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery_attempts VALUES ('be037682-26e6-4fe9-be96-0a77b077d488', 1, '2026-11-25 12:06:26.240613+00', 200, NULL, 10);
INSERT INTO public.delivery_attempts VALUES ('a39d692d-f8bd-46b1-8b02-37b89fd8d37e', 1, '2026-11-25 12:06:26.353208+00', 200, NULL, 3);
INSERT INTO public.delivery_attempts VALUES ('c392e4c1-1f49-468d-8df7-53f9c82ca31e', 1, '2026-11-25 12:06:26.895703+00', 500, NULL, 4);


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (1, 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:25.462984+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (2, 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'submitting', '{"submission": 1}', '2026-11-25 12:06:25.479108+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (3, 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'running', '{}', '2026-11-25 12:06:25.48537+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (4, 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'storing', '{}', '2026-11-25 12:06:25.921448+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (5, 'fa45af3f-daff-4cda-8762-c11119a3ac48', 'succeeded', '{"bytes": 14033}', '2026-11-25 12:06:26.217176+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (6, '82b0e8e7-acd0-4081-af0c-b3b954a260c1', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:26.334033+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (7, '82b0e8e7-acd0-4081-af0c-b3b954a260c1', 'submitting', '{"submission": 1}', '2026-11-25 12:06:26.341687+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (8, '82b0e8e7-acd0-4081-af0c-b3b954a260c1', 'running', '{}', '2026-11-25 12:06:26.343351+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (9, '82b0e8e7-acd0-4081-af0c-b3b954a260c1', 'failed', '{"kind": "api_error", "message": "the lamp broke"}', '2026-11-25 12:06:26.344719+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (10, 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:26.446953+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (11, 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'submitting', '{"submission": 1}', '2026-11-25 12:06:26.454659+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (12, 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'running', '{}', '2026-11-25 12:06:26.456183+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (13, 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'storing', '{}', '2026-11-25 12:06:26.804703+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (14, 'd36a9f8b-daff-415f-9cf6-1607fe65623c', 'succeeded', '{"bytes": 14033}', '2026-11-25 12:06:26.884665+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (15, '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:26.98775+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (16, '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'submitting', '{"submission": 1}', '2026-11-25 12:06:26.994825+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (17, '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'running', '{}', '2026-11-25 12:06:26.996516+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (18, '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'storing', '{}', '2026-11-25 12:06:27.308254+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (19, '277e9bb7-5361-44f1-85e0-fa5376ba841f', 'succeeded', '{"bytes": 14033}', '2026-11-25 12:06:27.384886+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (20, '1ef52237-d844-4dc1-80f9-81bb6fabb918', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:27.425019+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (21, '1ef52237-d844-4dc1-80f9-81bb6fabb918', 'submitting', '{"submission": 1}', '2026-11-25 12:06:27.4309+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (22, '1ef52237-d844-4dc1-80f9-81bb6fabb918', 'running', '{}', '2026-11-25 12:06:27.432207+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES (23, '0642e6c8-ee7a-411d-9bec-827694100c0b', 'created', '{"model": "sora-2", "engine": "scripted"}', '2026-11-25 12:06:27.536441+00');


--
-- Data for Name: idempotency_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.idempotency_keys VALUES ('896ac38e-c928-4e18-8243-857f66ab1bb5', 'a-request-that-is-sent-again', 'c1a889e453b286d1ff80ed6905cbc26cb26772b38b331b1e9d035df2990b0303', '277e9bb7-5361-44f1-85e0-fa5376ba841f', '2026-11-25 12:06:26.98775+00');


--
-- Data for Name: migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migrations VALUES ('0001_tasks.sql', '2026-11-25 12:06:25.308333+00');
INSERT INTO public.migrations VALUES ('0002_engine_details.sql', '2026-11-25 12:06:25.308333+00');


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tasks VALUES ('fa45af3f-daff-4cda-8762-c11119a3ac48', '2a356eb7-ca90-4c2e-871d-df6637e1123e', 'be364019-8756-4946-ab02-a869e7d8a241', 'c9204caa-a20c-4374-b740-31df0c5845f3', '896ac38e-c928-4e18-8243-857f66ab1bb5', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m899k5xq10dyz75dtjv19fkh', '{"async": true, "model": "sora-2", "prompt": "a film that is done", "callback_url": "http://receiver.of-a-stored-database/done"}', '{"seed": 2585169914, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that is done", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/done', NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 12:06:25.462984+00', '2026-11-25 12:06:25.473969+00', '2026-11-25 12:06:26.217176+00', '2026-12-25 12:06:26.217176+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}');
INSERT INTO public.tasks VALUES ('82b0e8e7-acd0-4081-af0c-b3b954a260c1', '3b508f41-27af-487e-883a-60b794193b9d', 'be364019-8756-4946-ab02-a869e7d8a241', 'c9204caa-a20c-4374-b740-31df0c5845f3', '896ac38e-c928-4e18-8243-857f66ab1bb5', 'failed', 0, 'sora-2', 'scripted', 'sora-2:task_01m899k6rymasyvxr3z4jhw902', '{"async": true, "model": "sora-2", "prompt": "[fail: the lamp broke] a film that failed", "callback_url": "http://receiver.of-a-stored-database/failed"}', '{"seed": 2033088195, "model": "sora-2", "width": 1280, "height": 720, "prompt": "[fail: the lamp broke] a film that failed", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/failed', NULL, NULL, 1, NULL, NULL, 'api_error', 'the lamp broke', '2026-11-25 12:06:26.334033+00', '2026-11-25 12:06:26.339393+00', '2026-11-25 12:06:26.344719+00', '2026-12-25 12:06:26.344719+00', NULL);
INSERT INTO public.tasks VALUES ('d36a9f8b-daff-415f-9cf6-1607fe65623c', '6b978b1e-326a-4ed2-99a8-a797f6aeda8e', 'be364019-8756-4946-ab02-a869e7d8a241', 'c9204caa-a20c-4374-b740-31df0c5845f3', '896ac38e-c928-4e18-8243-857f66ab1bb5', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m899k6wfh2p25rqbrp76kzsn', '{"async": true, "model": "sora-2", "prompt": "a film of which nobody took the news", "callback_url": "http://receiver.of-a-stored-database/untold"}', '{"seed": 4237736828, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film of which nobody took the news", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/untold', NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.446953+00', '2026-11-25 12:06:26.45243+00', '2026-11-25 12:06:26.884665+00', '2026-12-25 12:06:26.884665+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}');
INSERT INTO public.tasks VALUES ('277e9bb7-5361-44f1-85e0-fa5376ba841f', 'ebeef0b6-70f3-41cd-8e94-9821659ec69b', 'be364019-8756-4946-ab02-a869e7d8a241', 'c9204caa-a20c-4374-b740-31df0c5845f3', '896ac38e-c928-4e18-8243-857f66ab1bb5', 'succeeded', 100, 'sora-2', 'scripted', 'sora-2:task_01m899k7dbwpg2ws4xggarhf5a', '{"async": true, "model": "sora-2", "prompt": "a film that is asked for again"}', '{"seed": 3765960574, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that is asked for again", "seconds": 15, "version": "1.0"}', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-25 12:06:26.98775+00', '2026-11-25 12:06:26.992158+00', '2026-11-25 12:06:27.384886+00', '2026-12-25 12:06:27.384886+00', '{"script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 0, "queueSeconds": 0, "startSeconds": 0}}');
INSERT INTO public.tasks VALUES ('1ef52237-d844-4dc1-80f9-81bb6fabb918', 'c7889b62-7c80-4999-bfd5-a6ff478009f9', 'be364019-8756-4946-ab02-a869e7d8a241', 'c9204caa-a20c-4374-b740-31df0c5845f3', '896ac38e-c928-4e18-8243-857f66ab1bb5', 'running', 1, 'sora-2', 'scripted', 'sora-2:task_01m899k7v1ag029cchvgwxhdgg', '{"async": true, "model": "sora-2", "prompt": "[slow 3s] a film that is being made", "callback_url": "http://receiver.of-a-stored-database/running"}', '{"seed": 3788627905, "model": "sora-2", "width": 1280, "height": 720, "prompt": "[slow 3s] a film that is being made", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/running', NULL, '{"id": "8b96402f-dace-4b82-8608-f78f439411ff", "film": {"width": 1280, "height": 720, "seconds": 15}, "script": {"end": "video", "link": "", "loses": false, "message": "", "workSeconds": 3, "queueSeconds": 0, "startSeconds": 0}, "startedAt": 1795608387432, "workDirectory": "/data-of-a-stored-database/work/1ef52237-d844-4dc1-80f9-81bb6fabb918"}', 1, '6de55649-7777-4070-bbf0-5ed6f74c294b', 'worker-of-a-stored-database', NULL, NULL, '2026-11-25 12:06:27.425019+00', '2026-11-25 12:06:27.428985+00', NULL, NULL, NULL);
INSERT INTO public.tasks VALUES ('0642e6c8-ee7a-411d-9bec-827694100c0b', 'ca731fb0-bb89-4969-a310-2660568d6d55', 'be364019-8756-4946-ab02-a869e7d8a241', 'c9204caa-a20c-4374-b740-31df0c5845f3', '896ac38e-c928-4e18-8243-857f66ab1bb5', 'queued', 0, 'sora-2', 'scripted', 'sora-2:task_01m899k7ygw6va11hy4f3bdd60', '{"async": true, "model": "sora-2", "prompt": "a film that waits", "callback_url": "http://receiver.of-a-stored-database/waiting"}', '{"seed": 3172897283, "model": "sora-2", "width": 1280, "height": 720, "prompt": "a film that waits", "seconds": 15, "version": "1.0"}', 'http://receiver.of-a-stored-database/waiting', NULL, NULL, 0, NULL, NULL, NULL, NULL, '2026-11-25 12:06:27.536441+00', NULL, NULL, NULL, NULL);


--
-- Name: events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.events_id_seq', 23, true);


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
-- Name: deliveries deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);


--
-- Name: deliveries deliveries_task_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_task_id_key UNIQUE (task_id);


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
-- Name: migrations migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);


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
-- Name: tasks_expiring; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_expiring ON public.tasks USING btree (expires_at) WHERE (expires_at IS NOT NULL);


--
-- Name: tasks_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_of_account ON public.tasks USING btree (account_id, created_at DESC, id);


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (created_at) WHERE (state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text]));


--
-- Name: tasks_open_of_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open_of_key ON public.tasks USING btree (key_id) WHERE (state = ANY (ARRAY['queued'::text, 'submitting'::text, 'running'::text, 'storing'::text]));


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
-- Name: deliveries deliveries_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_task_id_fkey FOREIGN KEY (task_id) REFERENCES public.tasks(id) ON DELETE CASCADE;


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
-- PostgreSQL database dump complete
--



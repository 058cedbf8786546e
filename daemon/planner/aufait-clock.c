/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "aufait-watch.h"
#include "aufait-zone.h"

#define LOCALTIME_DEBOUNCE_MS 250

/* Where nothing is due the timer stands at the end of the year 9999: it never fires, but is still
 * cancelled when the clock is set. */
#define NEVER ((gint64) 253402300799)

struct _AufaitClock {
  GObject parent_instance;
  char *localtime; /* the link that says where the machine is */
  GTimeZone *zone;
  char *zone_name;
  guint zone_generation;
  GTimeSpan shift;   /* what is added to the machine's clock, in microseconds */
  GDateTime *manual; /* a clock that is set by hand; NULL: the machine's */
  GDateTime *armed;
  int fd; /* -1 for a clock that is set by hand */
  guint source_id;
  guint due_id;
  guint changed_id;
  AufaitWatch *watch; /* of the file that says the zone; NULL when TZ rules */
};

G_DEFINE_FINAL_TYPE (AufaitClock, aufait_clock, G_TYPE_OBJECT)

enum {
  PROP_LOCALTIME = 1,
};

enum {
  SIGNAL_DUE,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- now -------------------------------------------------------------------------------------- */

GDateTime *
aufait_clock_now (AufaitClock *self)
{
  g_autoptr (GDateTime) real = NULL;

  if (self->manual != NULL)
    return g_date_time_to_timezone (self->manual, self->zone);
  real = g_date_time_new_now (self->zone);
  return g_date_time_add (real, self->shift);
}

const char *
aufait_clock_get_zone_name (AufaitClock *self)
{
  return self->zone_name;
}

/* --- waking ----------------------------------------------------------------------------------- */

static gboolean
on_changed (gpointer user_data)
{
  AufaitClock *self = user_data;

  self->changed_id = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* ECANCELED: the timer is set, but the clock was too since it was read, and this is the only time
 * that the kernel says so. */
static void
set_timer (AufaitClock *self, gint64 usec)
{
  struct itimerspec spec = { 0 };
  gint64 secs;

  /* An instant of zero would disarm the timer. */
  usec = CLAMP (usec, 1, NEVER * G_USEC_PER_SEC);
  secs = usec / G_USEC_PER_SEC;
  spec.it_value.tv_sec = (time_t) (sizeof (time_t) > 4 ? secs : MIN (secs, G_MAXINT32));
  spec.it_value.tv_nsec = (long) (usec % G_USEC_PER_SEC) * 1000;
  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    return;
  if (errno != ECANCELED)
    g_warning ("Cannot set the timer: %s", g_strerror (errno));
  else if (self->changed_id == 0)
    self->changed_id = g_idle_add (on_changed, self);
}

/* The machine's time at which our clock will show @at. */
static gint64
find_real_usec (const AufaitClock *self, GDateTime *at)
{
  return g_date_time_to_unix (at) * G_USEC_PER_SEC + g_date_time_get_microsecond (at) - self->shift;
}

static gboolean
on_due (gpointer user_data)
{
  AufaitClock *self = user_data;

  self->due_id = 0;
  g_clear_pointer (&self->armed, g_date_time_unref);
  g_signal_emit (self, signals[SIGNAL_DUE], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
is_past (const AufaitClock *self)
{
  return self->armed != NULL && g_date_time_compare (self->armed, self->manual) <= 0;
}

void
aufait_clock_arm (AufaitClock *self, GDateTime *at)
{
  g_autoptr (GDateTime) asked = at != NULL ? g_date_time_ref (at) : NULL;

  g_clear_pointer (&self->armed, g_date_time_unref);
  g_clear_handle_id (&self->due_id, g_source_remove);
  self->armed = g_steal_pointer (&asked);
  if (self->manual == NULL)
    set_timer (self,
               self->armed != NULL ? find_real_usec (self, self->armed) : NEVER * G_USEC_PER_SEC);
  else if (is_past (self))
    self->due_id = g_idle_add (on_due, self);
}

void
aufait_clock_set (AufaitClock *self, GDateTime *now)
{
  g_return_if_fail (self->manual != NULL);

  g_date_time_ref (now);
  g_date_time_unref (self->manual);
  self->manual = now;
  if (!is_past (self))
    return;
  g_clear_handle_id (&self->due_id, g_source_remove);
  on_due (self);
}

static void
rearm (AufaitClock *self)
{
  g_autoptr (GDateTime) armed = self->armed != NULL ? g_date_time_ref (self->armed) : NULL;

  aufait_clock_arm (self, armed);
}

static gboolean
on_timer (int fd, GIOCondition condition, gpointer user_data)
{
  AufaitClock *self = user_data;
  guint64 times;

  if (read (fd, &times, sizeof times) == sizeof times) {
    g_clear_pointer (&self->armed, g_date_time_unref);
    set_timer (self, NEVER * G_USEC_PER_SEC);
    g_signal_emit (self, signals[SIGNAL_DUE], 0);
  } else if (errno == ECANCELED) {
    /* The clock was set: the instant is the same, what is now is not. */
    rearm (self);
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  }
  return G_SOURCE_CONTINUE;
}

/* --- where ------------------------------------------------------------------------------------ */

static void
read_zone (AufaitClock *self)
{
  g_clear_pointer (&self->zone_name, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = aufait_zone_read (self->localtime, self->zone_generation++, &self->zone_name);
  if (self->zone_name == NULL) {
    g_autoptr (GDateTime) now = aufait_clock_now (self);

    self->zone_name = g_date_time_format (now, "%:z");
  }
}

/* Told even when the name is the same: the rules of the zone may be others. */
static void
on_localtime_changed (gpointer user_data)
{
  AufaitClock *self = user_data;

  read_zone (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- object ----------------------------------------------------------------------------------- */

static void
aufait_clock_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AufaitClock *self = AUFAIT_CLOCK (object);

  if (id == PROP_LOCALTIME)
    self->localtime = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aufait_clock_finalize (GObject *object)
{
  AufaitClock *self = AUFAIT_CLOCK (object);

  g_clear_pointer (&self->watch, aufait_watch_free);
  g_clear_handle_id (&self->due_id, g_source_remove);
  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->armed, g_date_time_unref);
  g_clear_pointer (&self->manual, g_date_time_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->zone_name);
  g_free (self->localtime);
  G_OBJECT_CLASS (aufait_clock_parent_class)->finalize (object);
}

static void
aufait_clock_class_init (AufaitClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = aufait_clock_set_property;
  object_class->finalize = aufait_clock_finalize;
  g_object_class_install_property (
      object_class, PROP_LOCALTIME,
      g_param_spec_string ("localtime", NULL, NULL, AUFAIT_ZONE_LOCALTIME,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_DUE] = g_signal_new ("due", AUFAIT_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AUFAIT_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
aufait_clock_init (AufaitClock *self)
{
  self->fd = -1;
}

AufaitClock *
aufait_clock_new_for_localtime (const char *localtime)
{
  AufaitClock *self = g_object_new (AUFAIT_TYPE_CLOCK, "localtime", localtime, NULL);
  g_autofree char *path = aufait_zone_dup_path (self->localtime);

  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    g_error ("Cannot make a timer: %s", g_strerror (errno));
  self->source_id = g_unix_fd_add (self->fd, G_IO_IN, on_timer, self);
  set_timer (self, NEVER * G_USEC_PER_SEC);

  /* First the watch, then the look: what changes between them is told. */
  if (path != NULL)
    self->watch = aufait_watch_new (path, LOCALTIME_DEBOUNCE_MS, on_localtime_changed, self);
  read_zone (self);

  return self;
}

AufaitClock *
aufait_clock_new (void)
{
  return aufait_clock_new_for_localtime (AUFAIT_ZONE_LOCALTIME);
}

AufaitClock *
aufait_clock_new_at (GDateTime *start)
{
  AufaitClock *self = aufait_clock_new ();
  g_autoptr (GDateTime) real = g_date_time_new_now_utc ();

  self->shift = g_date_time_difference (start, real);
  return self;
}

AufaitClock *
aufait_clock_new_manual (GDateTime *now)
{
  AufaitClock *self = g_object_new (AUFAIT_TYPE_CLOCK, NULL);

  self->manual = g_date_time_ref (now);
  self->zone = g_time_zone_ref (g_date_time_get_timezone (now));
  self->zone_name = g_strdup (g_time_zone_get_identifier (self->zone));
  return self;
}

// SPDX-License-Identifier: Apache-2.0
// Names that headers have taken. tests/generator/taken_names.cpp derives them from the compilers that are installed.
#include "taken_names.hpp"

#include "ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

namespace errcat::tool {
namespace {

using word_set = std::unordered_set<std::string_view>;

/// The words of a list in which each is followed by a blank.
word_set set_of(std::string_view list) {
  word_set words;
  for (std::size_t end = list.find(' '); end != std::string_view::npos; end = list.find(' ')) {
    words.insert(list.substr(0, end));
    list.remove_prefix(end + 1);
  }
  return words;
}

constexpr bool is_upper_or_digit(char c) { return is_upper(c) || is_digit(c); }

/// The suffix of a function or constant of <math.h> for a type: none, `f`, `l`, `f32`, `f64x` and so on.
bool is_math_suffix(std::string_view suffix) {
  if (suffix.empty() || suffix == "l") return true;
  if (!suffix.starts_with('f')) return false;
  suffix.remove_prefix(1);
  if (suffix.size() > 1 && suffix.ends_with('x')) suffix.remove_suffix(1);
  return std::ranges::all_of(suffix, is_digit);
}

/// True for `name` = one of `words` + a suffix that `is_suffix` accepts.
template <class Predicate> bool has_stem(const word_set& words, std::string_view name, Predicate is_suffix) {
  for (std::size_t size = 1; size <= name.size(); ++size) {
    if (is_suffix(name.substr(size)) && words.contains(name.substr(0, size))) return true;
  }
  return false;
}

/// E2BIG, ENOENT: the C standard reserves E and a capital or digit for <errno.h>. No macro is E and digits only, and
/// codes such as E1001 are common.
bool is_errno(std::string_view name) {
  return name.size() > 1 && name[0] == 'E' && std::ranges::all_of(name, is_upper_or_digit) &&
         std::ranges::any_of(name.substr(1), is_upper);
}

/// SIGTERM, SIG_DFL: reserved for <signal.h>. SIGNATURE_INVALID is free, since no macro has a `_` later.
bool is_signal(std::string_view name) {
  if (!name.starts_with("SIG")) return false;
  name.remove_prefix(name.starts_with("SIG_") ? 4 : 3);
  return !name.empty() && std::ranges::all_of(name, is_upper_or_digit);
}

/// INT32_MAX, UINT8_C, WCHAR_MIN: reserved for <stdint.h>.
bool is_integer_limit(std::string_view name) {
  constexpr std::string_view kinds[] = {"INT", "PTRDIFF_", "SIG_ATOMIC_", "SIZE_", "UINT", "WCHAR_", "WINT_"};
  constexpr std::string_view limits[] = {"_C", "_MAX", "_MIN", "_WIDTH"};
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return name.starts_with(kind); }) &&
         std::ranges::any_of(limits, [&](std::string_view limit) { return name.ends_with(limit); });
}

/// PRId32, SCNxMAX: reserved for <inttypes.h>.
bool is_format(std::string_view name) {
  return (name.starts_with("PRI") || name.starts_with("SCN")) && name.size() > 4 &&
         (is_lower(name[3]) || name[3] == 'X' || name[3] == 'B') &&
         std::ranges::all_of(name.substr(4), is_upper_or_digit);
}

/// DBL_MAX, FLT32X_DIG, DEC64_MIN: <float.h>.
bool is_float_limit(std::string_view name) {
  constexpr std::string_view kinds[] = {"DBL", "DEC", "FLT", "LDBL"};
  const std::string_view kind = name.substr(0, name.find_first_of("0123456789X_"));
  if (std::ranges::find(kinds, kind) == std::ranges::end(kinds)) return false;
  name.remove_prefix(kind.size());
  name.remove_prefix(std::min(name.find_first_not_of("0123456789"), name.size()));
  if (name.starts_with('X')) name.remove_prefix(1);
  return name.starts_with('_');
}

/// M_PI, M_PI_2l, M_Ef64x: <math.h>.
bool is_math_constant(std::string_view name) {
  static const word_set constants =
      set_of("M_1_PI M_2_PI M_2_SQRTPI M_E M_LN10 M_LN2 M_LOG10E M_LOG2E M_PI M_PI_2 M_PI_4 M_SQRT1_2 M_SQRT2 ");
  return has_stem(constants, name, is_math_suffix);
}

/// A prefix that one header keeps for its macros, followed by anything.
bool has_macro_prefix(std::string_view name) {
  constexpr std::string_view prefixes[] = {"ERRCAT_",      "FE_", "FMT_",      "HUGE_VAL", "INCLUDE_NLOHMANN_",
                                           "JSON_HEDLEY_", "LC_", "NLOHMANN_", "PTHREAD_", "SNAN"};
  if (std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); })) return true;
  return name.starts_with("SYS_") && name.size() > 4 && is_lower(name[4]);  // SYS_read
}

// What is left of the macros of the C++ standard library (libstdc++ 12 and 14, libc++ 19), glibc 2.36 and 2.41,
// nlohmann_json 3.11 and the compilers' predefined ones for other processors.
constexpr std::string_view macro_list =
    "ADJ_ESTERROR ADJ_FREQUENCY ADJ_MAXERROR ADJ_MICRO ADJ_NANO ADJ_OFFSET ADJ_OFFSET_SINGLESHOT ADJ_OFFSET_SS_READ "
    "ADJ_SETOFFSET ADJ_STATUS ADJ_TAI ADJ_TICK ADJ_TIMECONST AIO_PRIO_DELTA_MAX ATOMIC_BOOL_LOCK_FREE "
    "ATOMIC_CHAR16_T_LOCK_FREE ATOMIC_CHAR32_T_LOCK_FREE ATOMIC_CHAR8_T_LOCK_FREE ATOMIC_CHAR_LOCK_FREE "
    "ATOMIC_FLAG_INIT ATOMIC_INT_LOCK_FREE ATOMIC_LLONG_LOCK_FREE ATOMIC_LONG_LOCK_FREE ATOMIC_POINTER_LOCK_FREE "
    "ATOMIC_SHORT_LOCK_FREE ATOMIC_VAR_INIT ATOMIC_WCHAR_T_LOCK_FREE BC_BASE_MAX BC_DIM_MAX BC_SCALE_MAX "
    "BC_STRING_MAX BIG_ENDIAN BOOL_MAX BOOL_WIDTH BUFSIZ BUS_ADRALN BUS_ADRERR BUS_MCEERR_AO BUS_MCEERR_AR BUS_OBJERR "
    "BYTE_ORDER CHARCLASS_NAME_MAX CHAR_BIT CHAR_MAX CHAR_MIN CHAR_WIDTH CLD_CONTINUED CLD_DUMPED CLD_EXITED "
    "CLD_KILLED CLD_STOPPED CLD_TRAPPED CLOCKS_PER_SEC CLOCK_BOOTTIME CLOCK_BOOTTIME_ALARM CLOCK_MONOTONIC "
    "CLOCK_MONOTONIC_COARSE CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_REALTIME_ALARM "
    "CLOCK_REALTIME_COARSE CLOCK_TAI CLOCK_THREAD_CPUTIME_ID CLONE_CHILD_CLEARTID CLONE_CHILD_SETTID CLONE_DETACHED "
    "CLONE_FILES CLONE_FS CLONE_IO CLONE_NEWCGROUP CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME "
    "CLONE_NEWUSER CLONE_NEWUTS CLONE_PARENT CLONE_PARENT_SETTID CLONE_PIDFD CLONE_PTRACE CLONE_SETTLS CLONE_SIGHAND "
    "CLONE_SYSVSEM CLONE_THREAD CLONE_UNTRACED CLONE_VFORK CLONE_VM CLOSE_RANGE_CLOEXEC CLOSE_RANGE_UNSHARE "
    "COLL_WEIGHTS_MAX CPU_ALLOC CPU_ALLOC_SIZE CPU_AND CPU_AND_S CPU_CLR CPU_CLR_S CPU_COUNT CPU_COUNT_S CPU_EQUAL "
    "CPU_EQUAL_S CPU_FREE CPU_ISSET CPU_ISSET_S CPU_OR CPU_OR_S CPU_SET CPU_SETSIZE CPU_SET_S CPU_XOR CPU_XOR_S "
    "CPU_ZERO CPU_ZERO_S CSIGNAL DECIMAL_DIG DELAYTIMER_MAX EXIT_FAILURE EXIT_SUCCESS EXPR_NEST_MAX FD_CLR FD_ISSET "
    "FD_SET FD_SETSIZE FD_ZERO FILENAME_MAX FOPEN_MAX FPE_CONDTRAP FPE_FLTDIV FPE_FLTINV FPE_FLTOVF FPE_FLTRES "
    "FPE_FLTSUB FPE_FLTUND FPE_FLTUNK FPE_INTDIV FPE_INTOVF FP_FAST_FMA FP_FAST_FMAF FP_FAST_FMAL FP_ILOGB0 "
    "FP_ILOGBNAN FP_INFINITE FP_INT_DOWNWARD FP_INT_TONEAREST FP_INT_TONEARESTFROMZERO FP_INT_TOWARDZERO "
    "FP_INT_UPWARD FP_LLOGB0 FP_LLOGBNAN FP_NAN FP_NORMAL FP_SUBNORMAL FP_XSTATE_MAGIC1 FP_XSTATE_MAGIC2 "
    "FP_XSTATE_MAGIC2_SIZE FP_ZERO F_LOCK F_OK F_TEST F_TLOCK F_ULOCK HOST_NAME_MAX ILL_BADIADDR ILL_BADSTK "
    "ILL_COPROC ILL_ILLADR ILL_ILLOPC ILL_ILLOPN ILL_ILLTRP ILL_PRVOPC ILL_PRVREG INFINITY IOV_MAX ITIMER_PROF "
    "ITIMER_REAL ITIMER_VIRTUAL JSON_DIAGNOSTICS JSON_USE_IMPLICIT_CONVERSIONS LINE_MAX LITTLE_ENDIAN LLONG_MAX "
    "LLONG_MIN LLONG_WIDTH LOGIN_NAME_MAX LONG_BIT LONG_LONG_MAX LONG_LONG_MIN LONG_MAX LONG_MIN LONG_WIDTH L_INCR "
    "L_SET L_XTND L_ctermid L_cuserid L_tmpnam MATH_ERREXCEPT MATH_ERRNO MAXFLOAT MAX_CANON MAX_INPUT MB_CUR_MAX "
    "MB_LEN_MAX MINSIGSTKSZ MIPSEB MIPSEL MOD_CLKA MOD_CLKB MOD_ESTERROR MOD_FREQUENCY MOD_MAXERROR MOD_MICRO "
    "MOD_NANO MOD_OFFSET MOD_STATUS MOD_TAI MOD_TIMECONST MQ_PRIO_MAX NAME_MAX NAN NFDBITS NGREG NGROUPS_MAX "
    "NL_ARGMAX NL_CAT_LOCALE NL_LANGMAX NL_MSGMAX NL_NMAX NL_SETD NL_SETMAX NL_TEXTMAX NSIG NULL NZERO PATH_MAX "
    "PDP_ENDIAN PIPE_BUF POLL_ERR POLL_HUP POLL_IN POLL_MSG POLL_OUT POLL_PRI PPC P_tmpdir R3000 RAND_MAX REG_CR2 "
    "REG_CSGSFS REG_EFL REG_ERR REG_OLDMASK REG_R10 REG_R11 REG_R12 REG_R13 REG_R14 REG_R15 REG_R8 REG_R9 REG_RAX "
    "REG_RBP REG_RBX REG_RCX REG_RDI REG_RDX REG_RIP REG_RSI REG_RSP REG_TRAPNO RENAME_EXCHANGE RENAME_NOREPLACE "
    "RENAME_WHITEOUT RE_DUP_MAX RTSIG_MAX R_OK SA_INTERRUPT SA_NOCLDSTOP SA_NOCLDWAIT SA_NODEFER SA_NOMASK SA_ONESHOT "
    "SA_ONSTACK SA_RESETHAND SA_RESTART SA_SIGINFO SA_STACK SCHAR_MAX SCHAR_MIN SCHAR_WIDTH SCHED_ATTR_SIZE_VER0 "
    "SCHED_ATTR_SIZE_VER1 SCHED_BATCH SCHED_DEADLINE SCHED_EXT SCHED_FIFO SCHED_FLAG_DL_OVERRUN SCHED_FLAG_KEEP_ALL "
    "SCHED_FLAG_KEEP_PARAMS SCHED_FLAG_KEEP_POLICY SCHED_FLAG_RECLAIM SCHED_FLAG_RESET_ON_FORK SCHED_FLAG_UTIL_CLAMP "
    "SCHED_FLAG_UTIL_CLAMP_MAX SCHED_FLAG_UTIL_CLAMP_MIN SCHED_IDLE SCHED_ISO SCHED_NORMAL SCHED_OTHER "
    "SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SEGV_ACCADI SEGV_ACCERR SEGV_ADIDERR "
    "SEGV_ADIPERR SEGV_BNDERR SEGV_CPERR SEGV_MAPERR SEGV_MTEAERR SEGV_MTESERR SEGV_PKUERR SEM_FAILED SEM_VALUE_MAX "
    "SHRT_MAX SHRT_MIN SHRT_WIDTH SIGEV_NONE SIGEV_SIGNAL SIGEV_THREAD SIGEV_THREAD_ID SI_ASYNCIO SI_ASYNCNL "
    "SI_DETHREAD SI_KERNEL SI_MESGQ SI_QUEUE SI_SIGIO SI_TIMER SI_TKILL SI_USER SSIZE_MAX SS_DISABLE SS_ONSTACK "
    "STA_CLK STA_CLOCKERR STA_DEL STA_FLL STA_FREQHOLD STA_INS STA_MODE STA_NANO STA_PLL STA_PPSERROR STA_PPSFREQ "
    "STA_PPSJITTER STA_PPSSIGNAL STA_PPSTIME STA_PPSWANDER STA_RONLY STA_UNSYNC STDERR_FILENO STDIN_FILENO "
    "STDOUT_FILENO TEMP_FAILURE_RETRY TIMER_ABSTIME TIMESPEC_TO_TIMEVAL TIMEVAL_TO_TIMESPEC TIME_ACTIVE "
    "TIME_MONOTONIC TIME_RESOLUTION TIME_THREAD_ACTIVE TIME_UTC TMP_MAX TRAP_BRANCH TRAP_BRKPT TRAP_HWBKPT TRAP_TRACE "
    "TRAP_UNK TTY_NAME_MAX UCHAR_MAX UCHAR_WIDTH ULLONG_MAX ULLONG_WIDTH ULONG_LONG_MAX ULONG_MAX ULONG_WIDTH "
    "USHRT_MAX USHRT_WIDTH WCONTINUED WEOF WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG "
    "WNOWAIT WORD_BIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK XATTR_LIST_MAX XATTR_NAME_MAX XATTR_SIZE_MAX X_OK "
    "_tolower _toupper alloca assert assert_perror be16toh be32toh be64toh errno hppa hpux htobe16 htobe32 htobe64 "
    "htole16 htole32 htole64 i386 isalnum_l isalpha_l isascii isascii_l isblank_l iscntrl_l isdigit_l isgraph_l "
    "islower_l isprint_l ispunct_l isspace_l issubnormal isupper_l isxdigit_l le16toh le32toh le64toh linux m68k "
    "math_errhandling mc68000 mips offsetof pthread_cleanup_pop pthread_cleanup_pop_restore_np pthread_cleanup_push "
    "pthread_cleanup_push_defer_np rs6000 sa_handler sa_sigaction sched_priority setjmp si_addr si_addr_lsb si_arch "
    "si_band si_call_addr si_fd si_int si_lower si_overrun si_pid si_pkey si_ptr si_status si_stime si_syscall "
    "si_timerid si_uid si_upper si_utime si_value sigev_notify_attributes sigev_notify_function sigmask sigsetjmp "
    "sparc stderr stdin stdout strdupa strndupa sun timeradd timerclear timercmp timerisset timersub toascii "
    "toascii_l unix va_arg va_copy va_end va_start vax ";

// What <cXXX> headers of the same libraries declare in the global namespace, without the families that is_global_name
// knows.
constexpr std::string_view global_list =
    "FILE a64l abort abs access acct acos acosh acospi adjtime alarm aligned_alloc arc4random arc4random_buf "
    "arc4random_uniform asctime asin asinh asinpi asprintf at_quick_exit atan atan2 atan2pi atanh atanpi atexit atof "
    "atoi atol basename bcmp bcopy bind_textdomain_codeset bindtextdomain brk bsearch btowc bzero c16rtomb c32rtomb "
    "c8rtomb calloc canonicalize canonicalize_file_name catclose catgets catopen cbrt ceil chdir chown chroot "
    "clearenv clearerr clock clock_adjtime clock_getcpuclockid clock_getres clock_gettime clock_nanosleep "
    "clock_settime clone close close_range closefrom confstr copy_file_range copysign cos cosh cospi crypt ctermid "
    "ctime cuserid daddl daemon daylight dcgettext dcngettext ddivl dfmal dgettext difftime div dmull dngettext "
    "dprintf drand48 drand48_data drem dsqrtl dsubl dup dup2 dup3 duplocale dysize eaccess ecvt endusershell environ "
    "erand48 erf erfc euidaccess execl execle execlp execv execve execveat execvp execvpe exit exp exp10 exp10m1 exp2 "
    "exp2m1 explicit_bzero expm1 f32add f32div f32fma f32mul f32sqrt f32sub f32xadd f32xdiv f32xfma f32xmul f32xsqrt "
    "f32xsub f64add f64div f64fma f64mul f64sqrt f64sub f64xadd f64xdiv f64xfma f64xmul f64xsqrt f64xsub fabs "
    "faccessat fadd fchdir fchown fchownat fclose fcloseall fcvt fd_mask fd_set fdatasync fdim fdiv fdopen "
    "feclearexcept fedisableexcept feenableexcept fegetenv fegetexcept fegetexceptflag fegetmode fegetround "
    "feholdexcept feof feraiseexcept ferror fesetenv fesetexcept fesetexceptflag fesetmode fesetround fetestexcept "
    "fetestexceptflag feupdateenv fexecve fflush ffma ffs fgetc fgetpos fgets fgetwc fgetws fileno finite flockfile "
    "floor fma fmax fmaximum fmaximum_mag fmaximum_mag_num fmaximum_num fmaxmag fmemopen fmin fminimum fminimum_mag "
    "fminimum_mag_num fminimum_num fminmag fmod fmul fopen fopencookie fork fpathconf fprintf fputc fputs fputwc "
    "fputws fread free freelocale freopen frexp fromfp fromfpx fscanf fseek fseeko fsetpos fsqrt fsub fsync ftell "
    "ftello ftruncate ftrylockfile funlockfile futimes futimesat fwide fwprintf fwrite fwscanf gamma gcvt "
    "get_current_dir_name getc getchar getcpu getcwd getdate getdate_err getdelim getdomainname getdtablesize getegid "
    "getentropy getenv geteuid getgid getgroups gethostid gethostname getitimer getline getloadavg getlogin getopt "
    "getpagesize getpass getpayload getpgid getpgrp getpid getppid getpt getresgid getresuid getsid getsubopt gettext "
    "gettid gettimeofday getuid getusershell getw getwc getwchar getwd gmtime grantpt group_member gsignal hypot "
    "ilogb imaxabs imaxdiv index initstate isalnum isalpha isascii isatty isblank iscanonical iscntrl isctype isdigit "
    "iseqsig isgraph isinff isinfl islower isnanf isnanl isprint ispunct issignaling isspace isupper iswalnum "
    "iswalpha iswblank iswcntrl iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit "
    "isxdigit iszero itimerspec itimerval j0 j1 jmp_buf jn jrand48 kill killpg l64a labs lchown lcong48 lconv ldexp "
    "ldiv lgamma link linkat llabs lldiv llogb llrint llround localeconv localtime lockf log log10 log10p1 log1p log2 "
    "log2p1 logb logp1 longjmp lrand48 lrint lround lseek lutimes malloc mblen mbrlen mbrtoc16 mbrtoc32 mbrtoc8 "
    "mbrtowc mbsinit mbsnrtowcs mbsrtowcs mbstowcs mbtowc memccpy memchr memcmp memcpy memfrob memmem memmove mempcpy "
    "memrchr memset mkdtemp mkostemp mkostemps mkstemp mkstemps mktemp mktime modf mrand48 nan nanosleep nearbyint "
    "newlocale nextafter nextdown nexttoward nextup ngettext nice nl_catd nl_item nrand48 obstack obstack_printf "
    "obstack_vprintf on_exit open_memstream open_wmemstream optarg opterr optind optopt pathconf pause pclose perror "
    "pipe pipe2 popen posix_memalign posix_openpt pow pread printf profil program_invocation_name "
    "program_invocation_short_name pselect psiginfo psignal ptsname putc putchar putenv puts putw putwc putwchar "
    "pwrite qecvt qfcvt qgcvt qsort quick_exit raise rand random random_data rawmemchr read readlink readlinkat "
    "realloc reallocarray realpath remainder remove remquo rename renameat renameat2 revoke rewind rindex rint rmdir "
    "round roundeven rpmatch sbrk scalb scalbln scalbn scanf secure_getenv seed48 select setbuf setbuffer "
    "setdomainname setegid setenv seteuid setgid sethostid sethostname setitimer setlinebuf setlocale setlogin setns "
    "setpayload setpayloadsig setpgid setpgrp setregid setresgid setresuid setreuid setsid setstate settimeofday "
    "setuid setusershell setvbuf sigabbrev_np sigaction sigaddset sigaltstack sigandset sigblock sigcontext sigdelset "
    "sigdescr_np sigemptyset sigevent sigfillset siggetmask sighold sigignore siginterrupt sigisemptyset sigismember "
    "sigjmp_buf siglongjmp signal signgam significand sigorset sigpause sigpending sigprocmask sigqueue sigrelse "
    "sigreturn sigset sigsetmask sigstack sigsuspend sigtimedwait sigval sigwait sigwaitinfo sin sincos sinh sinpi "
    "sleep snprintf sprintf sqrt srand srand48 srandom sscanf ssignal stpcpy stpncpy strcasecmp strcasestr strcat "
    "strchr strchrnul strcmp strcoll strcpy strcspn strdup strerror strerrordesc_np strerrorname_np strfromd strfromf "
    "strfromf128 strfromf32 strfromf32x strfromf64x strfroml strfry strftime strlcat strlcpy strlen strncasecmp "
    "strncat strncmp strncpy strndup strnlen strpbrk strptime strrchr strsep strsignal strspn strstr strtod strtof "
    "strtof128 strtof32 strtof32x strtof64x strtoimax strtok strtol strtold strtoq strtoul strtoumax strtouq "
    "strverscmp strxfrm swab swprintf swscanf symlink symlinkat sync syncfs syscall sysconf system sysv_signal tan "
    "tanh tanpi tcgetpgrp tcsetpgrp tempnam textdomain tgamma tgkill time timegm timelocal timer_create timer_delete "
    "timer_getoverrun timer_gettime timer_settime timespec timespec_get timespec_getres timeval timex timezone tm "
    "tmpfile tmpnam toascii tolower totalorder totalordermag toupper towctrans towlower towupper trunc truncate "
    "ttyname ttyslot tzname tzset u_char u_int u_long u_short ualarm ufromfp ufromfpx uint ulong ungetc ungetwc "
    "unlink unlinkat unlockpt unsetenv unshare uselocale ushort usleep utimes va_list valloc vasprintf vdprintf vfork "
    "vfprintf vfscanf vfwprintf vfwscanf vhangup vprintf vscanf vsnprintf vsprintf vsscanf vswprintf vswscanf "
    "vwprintf vwscanf wcpcpy wcpncpy wcrtomb wcscasecmp wcscat wcschr wcschrnul wcscmp wcscoll wcscpy wcscspn wcsdup "
    "wcsftime wcslcat wcslcpy wcslen wcsncasecmp wcsncat wcsncmp wcsncpy wcsnlen wcsnrtombs wcspbrk wcsrchr wcsrtombs "
    "wcsspn wcsstr wcstod wcstof wcstof128 wcstof32 wcstof32x wcstof64x wcstoimax wcstok wcstol wcstold wcstombs "
    "wcstoq wcstoul wcstoumax wcstouq wcswcs wcswidth wcsxfrm wctob wctomb wctrans wctype wcwidth wmemchr wmemcmp "
    "wmemcpy wmemmove wmempcpy wmemset wprintf write wscanf y0 y1 yn ";

struct foreign_macros {
  std::string_view header;
  std::string_view words;
};

// Those that could be a name or a code of an error; <windows.h> alone defines 24,000.
constexpr foreign_macros foreign_list[] = {
    {"<windows.h>",
     "ABSOLUTE ALTERNATE AddJob AddPort CALLBACK CONST CopyFile CreateDirectory CreateEvent CreateFile CreateMutex "
     "CreateProcess CreateSemaphore CreateService CreateWindow DELETE DEREGISTERED DIFFERENCE DUPLICATE DecryptFile "
     "DeleteFile DeleteForm DrawText EncryptFile FAILED FALSE FAR FindFirstFile FindResource FindText FormatMessage "
     "GetClassName GetCommandLine GetComputerName GetCurrentDirectory GetCurrentTime GetFileAttributes GetForm "
     "GetFreeSpace GetJob GetMessage GetObject GetProp GetUserName HALFTONE IGNORE IN INFINITE INTERFACE "
     "INVALID_FILE_SIZE INVALID_HANDLE_VALUE INVALID_SOCKET LoadImage LoadLibrary LoadString LogonUser MAXIMUM_ALLOWED "
     "MAX_PATH MAX_PRIORITY MIN_PRIORITY MessageBox MoveFile NEAR NOERROR NO_ERROR NO_PRIORITY OPAQUE OPTIONAL OUT "
     "OpenEvent OpenService PASSTHROUGH PLANES PURE PlaySound PostMessage READ_CONTROL REGISTERED REGISTERING RELATIVE "
     "ReadConsole RegisterClass RemoveDirectory ReplaceFile ReplaceText ReportEvent SESSION_ABORTED "
     "SESSION_ESTABLISHED STATUS_ACCESS_VIOLATION STATUS_INVALID_HANDLE STATUS_INVALID_PARAMETER STATUS_NO_MEMORY "
     "STATUS_PENDING STATUS_STACK_OVERFLOW STATUS_TIMEOUT STRICT SUCCEEDED SYNCHRONIZE SendMessage SetCurrentDirectory "
     "StartService TECHNOLOGY TEXT THIS TIMEOUT_ASYNC TOKEN_DUPLICATE TOKEN_EXECUTE TOKEN_QUERY TOKEN_READ TOKEN_WRITE "
     "TRANSPARENT TRUE UNALIGNED UpdateResource VOID WAIT_ABANDONED WAIT_FAILED WAIT_TIMEOUT WIN32 Yield cdecl far "
     "hyper interface near pascal max min small "},
    {"<netdb.h>",
     "HOST_NOT_FOUND NETDB_INTERNAL NETDB_SUCCESS NO_ADDRESS NO_DATA NO_RECOVERY TRY_AGAIN h_addr h_errno "},
    {"<sys/sysmacros.h>", "major makedev minor "},
    {"<X11/Xlib.h>",
     "Above Always BadAccess BadAlloc BadLength BadMatch BadName BadValue Below Bool ClientMessage Complex CurrentTime "
     "Expose False FocusIn FocusOut KeyPress KeyRelease MappingFailed NoSymbol NoValue None NotUseful Status Success "
     "True Unsorted "},
    {"Qt", "emit foreach forever signals slots "},
    {"<AssertMacros.h> of macOS", "check require verify "},
};

}  // namespace

bool is_macro(std::string_view name) {
  static const word_set macros = set_of(macro_list);
  return is_errno(name) || is_signal(name) || is_integer_limit(name) || is_format(name) || is_float_limit(name) ||
         is_math_constant(name) || has_macro_prefix(name) || macros.contains(name);
}

std::string_view header_of_foreign_macro(std::string_view name) {
  const auto is_family = [&](std::string_view prefix) {  // ERROR_ACCESS_DENIED, WSAECONNRESET
    return name.size() > prefix.size() && name.starts_with(prefix) && std::ranges::none_of(name, is_lower);
  };
  if (is_family("ERROR_") || is_family("WSA")) return "<windows.h>";
  static const auto headers = [] {
    std::unordered_map<std::string_view, std::string_view> headers_of_words;
    for (const foreign_macros& known : foreign_list) {
      for (const std::string_view word : set_of(known.words)) headers_of_words.emplace(word, known.header);
    }
    return headers_of_words;
  }();
  const auto known = headers.find(name);
  return known == headers.end() ? std::string_view() : known->second;
}

bool is_global_name(std::string_view name) {
  static const word_set names = set_of(global_list);
  constexpr std::string_view prefixes[] = {"pthread_", "sched_", "sem_"};
  if (name.ends_with("_t")) return true;  // reserved by POSIX
  if (std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); })) return true;
  const auto is_suffix = [](std::string_view suffix) {  // lgammaf_r, strtoull_l, fopen64, getc_unlocked
    if (suffix.ends_with("_r") || suffix.ends_with("_l")) suffix.remove_suffix(2);
    return suffix == "64" || suffix == "ll" || suffix == "_unlocked" || is_math_suffix(suffix);
  };
  return has_stem(names, name, is_suffix);
}

}  // namespace errcat::tool

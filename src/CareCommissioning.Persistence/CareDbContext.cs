using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Persistence.Conventions;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Persistence.Keys;
using CareCommissioning.Persistence.Submissions;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence;

/// <summary>The database as one actor sees it: each connection it opens first tells PostgreSQL who that is.</summary>
public sealed class CareDbContext(DbContextOptions<CareDbContext> options) : DbContext(options)
{
    /// <summary>Schema of every table.</summary>
    public const string Schema = "care";

    public DbSet<Partnership> Partnerships => Set<Partnership>();

    public DbSet<Locality> Localities => Set<Locality>();

    public DbSet<OrganisationKind> OrganisationKinds => Set<OrganisationKind>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<SealedIdentity> SealedIdentities => Set<SealedIdentity>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<PlacementTerms> PlacementTerms => Set<PlacementTerms>();

    public DbSet<PlacementReview> PlacementReviews => Set<PlacementReview>();

    public DbSet<PlacementGoal> PlacementGoals => Set<PlacementGoal>();

    public DbSet<PlacementCircumstances> PlacementCircumstances => Set<PlacementCircumstances>();

    public DbSet<ReviewSetting> ReviewSettings => Set<ReviewSetting>();

    public DbSet<Pathway> Pathways => Set<Pathway>();

    public DbSet<PathwayVersion> PathwayVersions => Set<PathwayVersion>();

    public DbSet<PathwayChange> PathwayChanges => Set<PathwayChange>();

    public DbSet<ConsensusStatement> ConsensusStatements => Set<ConsensusStatement>();

    public DbSet<CarePackage> CarePackages => Set<CarePackage>();

    public DbSet<Benefit> Benefits => Set<Benefit>();

    public DbSet<ExperienceSession> ExperienceSessions => Set<ExperienceSession>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Discussion> Discussions => Set<Discussion>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<RegisterEntry> RegisterEntries => Set<RegisterEntry>();

    public DbSet<RegisterVote> RegisterVotes => Set<RegisterVote>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OutboxEmail> OutboxEmails => Set<OutboxEmail>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<CheckedUpload> CheckedUploads => Set<CheckedUpload>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>The record whose edit came after somebody else's, as the audit log names it; null while there is none.</summary>
    public (string Table, string RecordId)? Overtaken { get; internal set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CareDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
        configurationBuilder.Conventions.Add(_ => new EnumsAsTextConvention());
        configurationBuilder.Conventions.Add(_ => new DataClassConvention());
    }
}

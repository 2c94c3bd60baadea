using System.Collections.Frozen;
using Sim.Tests.Hardware.Channels;
using Sim.Tests.Hardware.Crypto;
using Sim.Tests.Hardware.Decoding;
using Sim.Tests.Hardware.KeyExchange;
using Sim.Tests.Hardware.Keystream;
using Sim.Tests.Hardware.Loss;
using Sim.Tests.Hardware.Nodes;
using Sim.Tests.Hardware.Profiles;
using Sim.Tests.Hardware.ReadBack;
using Sim.Tests.Hardware.Resources;
using Sim.Tests.Hardware.Sessions;
using Sim.Tests.Hardware.Surface;

namespace Sim.Tests.Hardware.Choices;

/// <summary>For each open point the test that shows what Sim does there and, where there is a setting, what else it can do.</summary>
internal static class ChoiceTests
{
    public static FrozenDictionary<int, (Type Class, string Method)> All { get; } = new Dictionary<int, (Type Class, string Method)>
    {
        [1] = (typeof(RefreshCallsTests), nameof(RefreshCallsTests.Finish_without_Start_is_a_violation_or_ignored_and_has_an_answer_in_Direct3D_9)),
        [2] = (typeof(RefreshCallsTests), nameof(RefreshCallsTests.Second_Start_replaces_the_number_or_is_refused)),
        [3] = (typeof(SessionCallGateTests), nameof(SessionCallGateTests.A_refresh_without_a_key_may_be_left_to_the_driver)),
        [4] = (typeof(RefreshCallsTests), nameof(RefreshCallsTests.Start_with_another_size_is_refused_or_gets_what_fits)),
        [5] = (typeof(SessionMachineChoiceTests), nameof(SessionMachineChoiceTests.A_key_may_be_bound_when_work_starts_and_is_then_that_of_another_epoch)),
        [6] = (typeof(DecoderSubmitTests), nameof(DecoderSubmitTests.The_whole_frame_may_be_chosen_to_keep_its_session_key)),
        [7] = (typeof(SessionMachineChoiceTests), nameof(SessionMachineChoiceTests.A_content_key_may_be_unwrapped_by_the_key_in_force_when_work_starts)),
        [8] = (typeof(ReadBackTests), nameof(ReadBackTests.A_refresh_keeps_the_key_unless_chosen_otherwise)),
        [9] = (typeof(RsaKeyExchangeTests), nameof(RsaKeyExchangeTests.A_second_negotiation_is_taken_outside_a_frame_unless_chosen_otherwise)),
        [10] = (typeof(IvSequenceTests), nameof(IvSequenceTests.Reuse_is_refused_reported_or_ignored)),
        [11] = (typeof(IvSequenceTests), nameof(IvSequenceTests.The_same_IV_in_a_frame_is_taken_by_choice)),
        [12] = (typeof(IvSequenceTests), nameof(IvSequenceTests.A_count_may_be_chosen_to_wrap_and_never_carries)),
        [13] = (typeof(IvSequenceTests), nameof(IvSequenceTests.A_first_count_other_than_zero_may_be_chosen_to_be_refused)),
        [14] = (typeof(EncryptedRunsTests), nameof(EncryptedRunsTests.With_keystream_for_clear_bytes_an_encrypted_byte_is_what_it_is_in_the_whole_buffer)),
        [15] = (typeof(RunAlignmentTests), nameof(RunAlignmentTests.Blocks_of_one_byte_and_a_tolerant_choice_take_everything)),
        [16] = (typeof(DecoderFrameTests), nameof(DecoderFrameTests.No_key_may_be_chosen_to_mean_the_session_key_in_both_layers)),
        [17] = (typeof(DeviceKeyPairTests), nameof(DeviceKeyPairTests.TryUnwrap_refuses_another_padding)),
        [18] = (typeof(DeviceKeyPairTests), nameof(DeviceKeyPairTests.TryUnwrap_refuses_another_payload_size)),
        [19] = (typeof(RsaKeyExchangeTests), nameof(RsaKeyExchangeTests.Anything_else_is_an_invalid_argument_and_changes_nothing)),
        [20] = (typeof(ChannelAuthenticationTests), nameof(ChannelAuthenticationTests.Omac_covers_everything_behind_itself_padding_included)),
        [21] = (typeof(SequenceNumbersTests), nameof(SequenceNumbersTests.A_number_is_taken_by_the_rule)),
        [22] = (typeof(ChannelAuthenticationTests), nameof(ChannelAuthenticationTests.A_command_that_fails_uses_its_number_unless_chosen_otherwise)),
        [23] = (typeof(SequenceNumbersTests), nameof(SequenceNumbersTests.Numbers_end_at_their_32_bits_unless_chosen_otherwise)),
        [24] = (typeof(ChannelAuthenticationTests), nameof(ChannelAuthenticationTests.Initialize_comes_once_and_its_own_number_does_not_count)),
        [25] = (typeof(ChannelAuthenticationTests), nameof(ChannelAuthenticationTests.A_message_for_another_channel_is_refused)),
        [26] = (typeof(ChannelAuthenticationTests), nameof(ChannelAuthenticationTests.Longer_messages_are_taken_and_authenticated_as_a_whole_unless_exact_sizes_are_chosen)),
        [27] = (typeof(ChannelQueryTests), nameof(ChannelQueryTests.A_question_for_what_there_is_not_is_refused_with_zeros)),
        [28] = (typeof(ChannelAuthenticationTests), nameof(ChannelAuthenticationTests.An_unknown_type_fails_after_authentication_and_order)),
        [29] = (typeof(ChannelQueryTests), nameof(ChannelQueryTests.A_question_for_what_there_is_not_is_refused_with_zeros)),
        [30] = (typeof(ChannelCommandTests), nameof(ChannelCommandTests.Encryption_is_one_of_the_list_and_its_channels_alone)),
        [31] = (typeof(ChannelCommandTests), nameof(ChannelCommandTests.The_binding_on_a_hardware_channel_may_be_refused_as_listed)),
        [32] = (typeof(SessionCallGateTests), nameof(SessionCallGateTests.Another_devices_session_is_refused)),
        [33] = (typeof(SessionCallGateTests), nameof(SessionCallGateTests.Use_without_a_key_is_refused)),
        [34] = (typeof(SessionCallGateTests), nameof(SessionCallGateTests.A_missing_capability_stops_its_call_and_a_void_call_answers_nothing)),
        [35] = (typeof(DecryptionBltCallTests), nameof(DecryptionBltCallTests.Keys_and_patterns_want_their_capability)),
        [36] = (typeof(SessionCallGateTests), nameof(SessionCallGateTests.A_session_for_hardware_protection_carries_messages_only)),
        [37] = (typeof(CertificateTests), nameof(CertificateTests.Memory_that_is_too_short_stays_as_it_is_and_a_longer_one_keeps_its_tail)),
        [38] = (typeof(CertificateTests), nameof(CertificateTests.Client_finds_the_devices_public_key_in_the_chain)),
        [39] = (typeof(ContentProtectionQueriesTests), nameof(ContentProtectionQueriesTests.Unknown_crypto_type_is_unsupported_and_in_Direct3D_9_not_available)),
        [40] = (typeof(NodeTests), nameof(NodeTests.Blits_run_where_the_immediate_context_runs_unless_chosen_otherwise)),
        [41] = (typeof(NodeTests), nameof(NodeTests.A_reader_elsewhere_waits_for_the_last_write_unless_chosen_otherwise)),
        [42] = (typeof(SessionMachineChoiceTests), nameof(SessionMachineChoiceTests.A_destroyed_session_s_keys_may_be_wiped_at_once_each_of_them_once)),
        [43] = (typeof(ChannelCommandTests), nameof(ChannelCommandTests.Destroying_a_session_unbinds_its_decoders_unless_chosen_otherwise)),
        [44] = (typeof(LossTests), nameof(LossTests.A_device_may_be_chosen_to_survive_the_reset_of_an_engine_but_not_of_the_adapter)),
        [45] = (typeof(ProtectedSurfaceTests), nameof(ProtectedSurfaceTests.Aborted_work_leaves_poison_zeros_or_what_it_left)),
        [46] = (typeof(SessionCallGateTests), nameof(SessionCallGateTests.After_removal_calls_answer_that_and_void_calls_nothing)),
        [47] = (typeof(RsaKeyExchangeTests), nameof(RsaKeyExchangeTests.A_lost_session_stays_lost_unless_chosen_otherwise)),
        [48] = (typeof(LossTests), nameof(LossTests.Suspend_loses_keys_in_hardware_and_software_keys_only_by_choice)),
        [49] = (typeof(SurfaceAccessTests), nameof(SurfaceAccessTests.Content_does_not_leave_its_protection_by_a_copy)),
        [50] = (typeof(ReadBackTests), nameof(ReadBackTests.The_driver_chooses_IVs_that_grow_and_counts_from_0)),
        [51] = (typeof(ReadBackTests), nameof(ReadBackTests.Before_its_key_nothing_is_read_back)),
        [52] = (typeof(ResourceCreationTests), nameof(ResourceCreationTests.Too_little_memory_has_a_code_for_each_protection_and_costs_nothing)),
        [53] = (typeof(LossTests), nameof(LossTests.A_status_that_a_void_function_may_not_tell_removes_the_device)),
        [54] = (typeof(ResourceCreationTests), nameof(ResourceCreationTests.Rows_are_whole_blocks)),
        [55] = (typeof(NonceSourceTests), nameof(NonceSourceTests.The_sequence_of_a_seed_never_changes)),
    }.ToFrozenDictionary();
}
